package io.clearover.failover.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.job.CancelRequestedException;
import io.clearover.job.JobId;
import io.clearover.lab.Lab;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.platform.LabSource;
import io.clearover.platform.SourceRef;
import io.clearover.platform.TestServer;
import io.clearover.platform.TestServer.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a guest is waited for, after what the appliance may say to its shutdown. */
class SourceShutdownLabTest {

    private static final SourceRef WEB01 = new SourceRef("uuid-1", "web01", "/DC1/vm/web01", "vc1", "DC1");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<Reply> toShutdown = new AtomicReference<>();
    private TestServer server;

    @TempDir
    Path state;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(request -> request.path().endsWith("/power-off") ? toShutdown.get() : power());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Off from the fourth look on. */
    private Reply power() {
        String power = looks.incrementAndGet() < 4 ? "poweredOn" : "poweredOff";
        return TestServer.json(200, "{\"power_state\": \"%s\"}".formatted(power));
    }

    @Test
    void a_guest_whose_request_was_only_accepted_is_waited_for() {
        toShutdown.set(TestServer.json(200, "{\"success\": true, \"message\": \"shutdown initiated\"}"));

        assertThat(shutdown(() -> {}).gracefully(LIMIT)).isTrue();
        assertThat(looks.get()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_guest_whose_request_got_no_answer_is_waited_for() {
        toShutdown.set(TestServer.drop());

        assertThat(shutdown(() -> {}).gracefully(LIMIT)).isTrue();
        assertThat(looks.get()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_guest_that_can_not_be_asked_is_not_waited_for() {
        toShutdown.set(TestServer.json(200, "{\"success\": false, \"message\": \"tools not running\"}"));

        assertThat(shutdown(() -> {}).gracefully(LIMIT)).isFalse();
    }

    @Test
    void a_guest_has_no_more_than_its_time() {
        toShutdown.set(TestServer.json(200, "{\"success\": true}"));
        looks.set(Integer.MIN_VALUE);

        assertThat(shutdown(() -> {}).gracefully(Duration.ofMillis(300))).isFalse();
    }

    @Test
    void somebody_who_cancels_meanwhile_is_heard() {
        toShutdown.set(TestServer.json(200, "{\"success\": true}"));
        JobId job = JobId.random();

        assertThatThrownBy(() -> shutdown(() -> {
                            throw new CancelRequestedException(job);
                        })
                        .gracefully(LIMIT))
                .isInstanceOf(CancelRequestedException.class);
    }

    @Test
    void the_labs_vm_is_shut_down_and_off() throws IOException {
        LabVm web01 = Fleet.named("web01").orElseThrow();
        try (Lab lab = new Lab(state, 0, 0.05).start()) {
            SourceShutdown shutdown = new SourceShutdown(
                    LabSource.appliance(lab.url()), LabSource.ref(web01), Duration.ofMillis(20), () -> {});

            assertThat(shutdown.gracefully(LIMIT)).isTrue();
            assertThat(lab.look().of("web01").sourcePower()).isEqualTo("poweredOff");
        }
    }

    private SourceShutdown shutdown(Runnable safePoint) {
        return new SourceShutdown(LabSource.appliance(server.url()), WEB01, Duration.ofMillis(20), safePoint);
    }
}
