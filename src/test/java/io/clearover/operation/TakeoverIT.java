package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.job.JobKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where an operation goes on whose server died. */
class TakeoverIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    @RegisterExtension
    static final EngineSite SITE = new EngineSite();

    @Test
    void it_goes_on_at_the_step_in_which_its_server_died() {
        String job = diesIn("vm-startup-and-validation");

        EngineNode next = takesOver(job);

        assertThat(SITE.status(job)).isEqualTo("completed");
        assertThat(SITE.plans().done())
                .containsExactly("validation@web01", "vm-creation@web01", "vm-startup-and-validation@web01");
        assertThat(SITE.owner(job)).isEqualTo(next.owner());
    }

    @Test
    void what_nobody_had_begun_is_started() {
        EngineNode dead = SITE.node("a", Map.of("clearover.operations.max-running", "1"));
        Gate gate = SITE.hold("validation");
        dead.start("web01");
        dead.awaitAt(gate);
        String job = dead.start("db01");
        SITE.plans().script("validation", operation -> {});

        takesOver(job);

        assertThat(SITE.status(job)).isEqualTo("completed");
    }

    @Test
    void it_is_undone_if_what_it_did_does_not_hold_any_more() {
        String job = diesIn("vm-startup-and-validation");
        SITE.plans().isGone("vm-creation");

        takesOver(job);

        assertThat(SITE.status(job)).isEqualTo("failed");
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
    void it_is_undone_if_the_step_in_which_its_server_died_can_not_be_run_again() {
        String job = diesIn("vm-startup-and-validation");
        SITE.plans().canNotBeRunAgain("vm-startup-and-validation");

        takesOver(job);

        assertThat(SITE.status(job)).isEqualTo("failed");
        assertThat(SITE.plans().done()).endsWith("test-vm-shutdown@web01", "test-vm-deletion@web01");
    }

    @Test
    void it_is_undone_once_three_servers_have_gone_on_with_it_and_died() {
        String job = diesIn("vm-startup-and-validation");
        for (int server = 0; server < 3; server++) {
            Gate gate = SITE.hold("vm-startup-and-validation");
            SITE.turn(LONG);
            EngineNode node = SITE.node("a");
            node.beat();
            node.awaitAt(gate);
        }
        SITE.plans().script("vm-startup-and-validation", operation -> {});

        takesOver(job);

        assertThat(SITE.status(job)).isEqualTo("failed");
        assertThat(SITE.plans().done()).endsWith("test-vm-shutdown@web01", "test-vm-deletion@web01");
    }

    @Test
    void an_undo_goes_on_at_the_step_in_which_its_server_died() {
        SITE.plans().script("vm-startup-and-validation", operation -> {
            throw new StepFailure("no memory");
        });
        String job = diesIn("test-vm-deletion");

        takesOver(job);

        assertThat(SITE.status(job)).isEqualTo("failed");
        assertThat(SITE.plans().done())
                .containsExactly(
                        "validation@web01", "vm-creation@web01", "test-vm-shutdown@web01", "test-vm-deletion@web01");
        assertThat(SITE.vmStatus("web01")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_rollback_is_run_again_whatever_holds() {
        SITE.sql("UPDATE vm_replication_contexts SET current_status = 'failed_over_test' WHERE vm_name = 'web01'");
        Gate gate = SITE.hold("vm-startup-and-validation");
        EngineNode dead = SITE.node("a");
        String job = dead.start(JobKind.ROLLBACK, "web01", Optional.empty());
        dead.awaitAt(gate);
        SITE.plans().script("vm-startup-and-validation", operation -> {});
        SITE.plans().isGone("vm-creation");

        takesOver(job);

        assertThat(SITE.status(job)).isEqualTo("completed");
    }

    @Test
    void one_whose_vm_was_deleted_fails_and_says_so() {
        String job = diesIn("vm-startup-and-validation");
        SITE.sql("UPDATE job_tracking SET context_id = 'ctx-gone', updated_at = updated_at");

        takesOver(job);

        assertThat(SITE.status(job)).isEqualTo("failed");
        assertThat(SITE.text("SELECT error_message FROM job_tracking WHERE id = :job", Map.of("job", job)))
                .startsWith("VM context not found");
    }

    /** A job whose server stands still for good in a step. */
    private static String diesIn(String step) {
        Gate gate = SITE.hold(step);
        EngineNode dead = SITE.node("a");
        String job = dead.start("web01");
        dead.awaitAt(gate);
        SITE.plans().script(step, operation -> {});
        return job;
    }

    private static EngineNode takesOver(String job) {
        SITE.turn(LONG);
        EngineNode next = SITE.node("a");
        next.beat();
        next.awaitEnd(job);
        return next;
    }
}
