package io.clearover.watch;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks again and again, from the start of the application on; no look waits for another, and none ends the timer. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ForeignJobTimer {

    private static final Logger LOG = Logger.getLogger(ForeignJobTimer.class.getName());

    private static final Duration SHORTEST = Duration.ofMillis(100);

    @Resource
    private TimerService timers;

    /** An EJB can't have its constructor injected. */
    @Inject
    private ForeignJobWatch watch;

    @Inject
    @ConfigProperty(name = "clearover.foreign-job.poll-interval", defaultValue = "PT2S")
    private Duration interval;

    private boolean away;

    /**
     * Begins. Call it once, when the schema is there.
     *
     * @throws IllegalArgumentException if looks are to come more often than every tenth of a second
     */
    public void start() {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "clearover.foreign-job.poll-interval is %s: give at least PT0.1S".formatted(interval));
        }
        timers.createIntervalTimer(0, interval.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void look() {
        try {
            watch.look();
            away = false;
        } catch (RuntimeException notNow) {
            LOG.log(
                    away ? Level.FINE : Level.WARNING,
                    () -> "jobs of other programs can't be looked at: " + notNow.getMessage());
            away = true;
        }
    }
}
