package io.clearover.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The timer that expires old summaries. Runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class TimerIT {

    @Inject
    private ModuleTimers timers;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/clearover.war"))
                .addPackage(TimerIT.class.getPackage());
    }

    @Test
    void the_container_runs_one_timer_once_an_hour_and_keeps_it_nowhere() {
        List<ModuleTimers.Seen> all = timers.all();

        assertEquals(1, all.size());
        assertEquals("*", all.get(0).hour());
        assertEquals("17", all.get(0).minute());
        assertFalse(all.get(0).persistent());
    }
}
