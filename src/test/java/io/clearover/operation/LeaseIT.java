package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.job.JobId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two servers that believe to run a job, at most one calls outside. */
class LeaseIT {

    @RegisterExtension
    static final EngineSite SITE = new EngineSite();

    @ParameterizedTest
    @CsvSource({"PT5S,PT20S", "PT1S,PT3S", "PT0.2S,PT2S", "PT1.4S,PT4.9S", "PT2S,PT60S"})
    void a_process_that_stood_still_calls_nobody_once_its_next_life_may_take_over(String heartbeat, String lease) {
        Map<String, String> times = Map.of("clearover.lease.heartbeat", heartbeat, "clearover.lease.time", lease);
        EngineNode old = SITE.node("a", times);
        EngineNode next = SITE.node("a", times);
        Gate gate = SITE.hold("vm-creation");
        String job = old.start("web01");
        old.awaitAt(gate);
        SITE.plans().script("vm-creation", operation -> {});

        Duration tenth = Duration.ofMillis(100);
        Duration silent = Duration.ZERO;
        while (mayCall(old, job)) {
            next.get(DeadOwnerScan.class).scan();
            assertThat(SITE.owner(job)).as("after %s", silent).isEqualTo(old.owner());
            SITE.turn(tenth);
            silent = silent.plus(tenth);
        }
        assertThat(silent).isPositive();
    }

    @Test
    void a_process_that_stands_still_is_taken_over_by_its_next_life_and_then_does_nothing() {
        EngineNode old = SITE.node("a");
        EngineNode next = SITE.node("a");
        Gate gate = new Gate();
        SITE.plans().script("vm-creation", operation -> {
            gate.standStill();
            old.get(LeasedCallPermit.class).await();
        });
        String job = old.start("web01");
        old.awaitAt(gate);
        SITE.plans().script("vm-creation", operation -> {});

        SITE.turn(Duration.ofSeconds(17));
        next.beat();
        next.awaitEnd(job);
        assertThat(SITE.plans().done())
                .containsExactly("validation@web01", "vm-creation@web01", "vm-startup-and-validation@web01");
        old.beat();
        gate.open();
        await().until(() -> !old.has(job));

        assertThat(SITE.plans().done())
                .containsExactly("validation@web01", "vm-creation@web01", "vm-startup-and-validation@web01");
        assertThat(SITE.status(job)).isEqualTo("completed");
    }

    @Test
    void a_server_that_could_show_no_sign_of_life_itself_judges_no_other_by_its_silence() {
        EngineNode other = SITE.node("b");
        Gate gate = SITE.hold("vm-creation");
        String job = other.start("web01");
        other.awaitAt(gate);
        EngineNode node = SITE.node("a");
        for (int beats = 0; beats < 6; beats++) {
            node.beat();
            other.renew();
            SITE.turn(Duration.ofSeconds(5));
        }

        SITE.turn(Duration.ofMinutes(1)); // nobody can reach the database
        node.get(DeadOwnerScan.class).scan();

        assertThat(SITE.owner(job)).isEqualTo(other.owner());
        gate.open();
        other.awaitEnd(job);
    }

    @Test
    void another_server_takes_over_after_a_lease_of_silence() {
        EngineNode other = SITE.node("b");
        Gate gate = SITE.hold("vm-creation");
        String job = other.start("web01");
        other.awaitAt(gate);
        SITE.plans().script("vm-creation", operation -> {});
        EngineNode node = SITE.node("a");
        for (int beats = 0; beats < 4; beats++) {
            node.beat();
            SITE.turn(Duration.ofSeconds(5));
        }
        assertThat(SITE.owner(job)).isEqualTo(other.owner());

        SITE.turn(Duration.ofSeconds(1));
        node.beat();
        node.awaitEnd(job);

        assertThat(SITE.status(job)).isEqualTo("completed");
    }

    @Test
    void cancelled_jobs_whose_rows_are_locked_cost_no_other_job_its_lease() throws SQLException {
        EngineNode node =
                SITE.node("a", Map.of("clearover.lease.heartbeat", "PT1S", "clearover.operations.max-running", "1"));
        Gate gate = SITE.hold("vm-creation");
        String running = node.start("web01");
        node.awaitAt(gate);
        String first = node.start("db01");
        String second = node.start("app01");
        SITE.sql("UPDATE job_tracking SET canceled_at = NOW(6) WHERE status = 'pending'");

        try (Connection connection = SITE.database().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "SELECT id FROM job_tracking WHERE id IN ('%s', '%s') FOR UPDATE".formatted(first, second));
            CompletableFuture<Void> started = CompletableFuture.runAsync(node.get(OperationLifecycle.class)::start);
            for (int lease = 0; lease < 3; lease++) {
                SITE.turnNodes(Duration.ofSeconds(20));
                await("a sign of life").atMost(Duration.ofSeconds(30)).until(() -> mayCall(node, running));
            }
            assertThat(started)
                    .as("the look at cancelled jobs, which waits for their rows")
                    .isNotDone();
            connection.rollback();
        }
        node.awaitEnd(first);
        node.awaitEnd(second);
        gate.open();
        node.awaitEnd(running);
    }

    private static boolean mayCall(EngineNode node, String job) {
        return node.get(LeaseGuard.class).isSure(new JobId(job));
    }
}
