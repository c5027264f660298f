package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Taking back what a failed operation did. */
class CompensationIT {

    @RegisterExtension
    static final EngineSite SITE = new EngineSite();

    @Test
    void only_what_was_done_is_undone() {
        fails("vm-creation", "no space");

        String job = ended();

        assertThat(SITE.steps(job))
                .containsExactly("validation completed", "vm-creation failed", "test-vm-deletion completed");
        assertThat(SITE.vmStatus("web01")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_step_of_the_undo_that_fails_for_a_moment_is_tried_again() {
        fails("vm-startup-and-validation", "no memory");
        AtomicInteger tries = new AtomicInteger();
        SITE.plans().script("test-vm-deletion", operation -> {
            if (tries.incrementAndGet() < 3) {
                throw new StepFailure("busy");
            }
        });

        String job = ended();

        assertThat(SITE.steps(job)).endsWith("test-vm-shutdown completed", "test-vm-deletion completed");
        assertThat(SITE.vmStatus("web01")).isEqualTo("ready_for_failover");
    }

    @Test
    void an_undo_that_fails_half_way_goes_no_further_and_leaves_the_vm_for_a_rollback() {
        fails("vm-startup-and-validation", "no memory");
        fails("test-vm-shutdown", "does not answer");

        String job = ended();

        assertThat(SITE.steps(job))
                .isEqualTo(List.of(
                        "validation completed",
                        "vm-creation completed",
                        "vm-startup-and-validation failed",
                        "test-vm-shutdown failed"));
        assertThat(SITE.vmStatus("web01")).isEqualTo("cleanup_required");
        assertThat(SITE.status(job)).isEqualTo("failed");
    }

    @Test
    void the_job_says_why_the_operation_failed_and_not_why_its_undo_did() {
        fails("vm-startup-and-validation", "no memory");
        fails("test-vm-shutdown", "does not answer");

        String job = ended();

        assertThat(SITE.text("SELECT error_message FROM job_tracking WHERE id = :job", Map.of("job", job)))
                .isEqualTo("no memory");
    }

    @Test
    void an_error_nobody_expected_ends_the_job_too() {
        SITE.plans().script("vm-startup-and-validation", operation -> {
            throw new StackOverflowError();
        });

        String job = ended();

        assertThat(SITE.status(job)).isEqualTo("failed");
        assertThat(SITE.vmStatus("web01")).isEqualTo("ready_for_failover");
    }

    private static void fails(String step, String why) {
        SITE.plans().script(step, operation -> {
            throw new StepFailure(why);
        });
    }

    private static String ended() {
        EngineNode node = SITE.node("a");
        String job = node.start("web01");
        node.awaitEnd(job);
        return job;
    }
}
