package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stopping an operation, at each point where somebody may ask for it. */
class CancelIT {

    @RegisterExtension
    static final EngineSite SITE = new EngineSite();

    @Test
    void one_that_waits_ends_at_once_and_leaves_its_vm_as_it_was() {
        EngineNode node = SITE.node("a", Map.of("clearover.operations.max-running", "1"));
        Gate gate = SITE.hold("validation");
        String running = node.start("web01");
        node.awaitAt(gate);
        String waiting = node.start("db01");

        node.cancel(waiting);

        assertThat(SITE.status(waiting)).isEqualTo("cancelled");
        assertThat(SITE.vmStatus("db01")).isEqualTo("ready_for_failover");
        gate.open();
        node.awaitEnd(running);
    }

    @Test
    void one_in_a_step_finishes_that_step_takes_no_other_and_is_undone() {
        EngineNode node = SITE.node("a");
        Gate gate = SITE.hold("vm-creation");
        String job = node.start("web01");
        node.awaitAt(gate);

        node.cancel(job);
        gate.open();
        node.awaitEnd(job);

        assertThat(SITE.status(job)).isEqualTo("cancelled");
        assertThat(SITE.plans().done())
                .containsExactly("validation@web01", "vm-creation@web01", "test-vm-deletion@web01");
        assertThat(SITE.vmStatus("web01")).isEqualTo("ready_for_failover");
    }

    @Test
    void nothing_stops_an_undo() {
        EngineNode node = SITE.node("a");
        SITE.plans().script("vm-startup-and-validation", operation -> {
            throw new StepFailure("no memory");
        });
        Gate gate = SITE.hold("test-vm-deletion");
        String job = node.start("web01");
        node.awaitAt(gate);

        node.cancel(job);
        gate.open();
        node.awaitEnd(job);

        assertThat(SITE.steps(job))
                .containsExactly(
                        "validation completed",
                        "vm-creation completed",
                        "vm-startup-and-validation failed",
                        "test-vm-shutdown completed",
                        "test-vm-deletion completed");
        assertThat(SITE.vmStatus("web01")).isEqualTo("ready_for_failover");
    }

    @Test
    void one_that_another_server_runs_is_stopped_by_that_server() {
        EngineNode runs = SITE.node("a");
        EngineNode asked = SITE.node("b");
        Gate gate = SITE.hold("vm-creation");
        String job = runs.start("web01");
        runs.awaitAt(gate);

        asked.cancel(job);
        runs.beat();
        gate.open();
        runs.awaitEnd(job);

        assertThat(SITE.status(job)).isEqualTo("cancelled");
    }

    @Test
    void one_whose_server_died_after_the_request_is_undone_by_the_next() {
        EngineNode dead = SITE.node("a");
        Gate gate = SITE.hold("vm-startup-and-validation");
        String job = dead.start("web01");
        dead.awaitAt(gate);
        EngineNode next = SITE.node("a");
        next.cancel(job);

        SITE.turn(Duration.ofSeconds(30));
        next.beat();
        next.awaitEnd(job);

        assertThat(SITE.status(job)).isEqualTo("cancelled");
        assertThat(SITE.plans().done())
                .isEqualTo(List.of(
                        "validation@web01", "vm-creation@web01", "test-vm-shutdown@web01", "test-vm-deletion@web01"));
    }
}
