package io.clearover.job.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers make of rows that other programs wrote (contract, section 5). */
class TrackedJobTest {

    private static final Instant START = Instant.parse("2025-10-03T14:20:00Z");

    @Test
    void a_rollback_recorded_as_completed_with_a_failed_step_has_failed() {
        TrackedJob job = job("enhanced-test-failover-rollback", "completed", step("volume-detachment", "failed"));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.ignoredFailure()).isEmpty();
    }

    @Test
    void a_failover_recorded_as_completed_stays_so_although_an_ignored_step_failed() {
        TrackedJob job = job("unified-live-failover", "completed", step("virtio-driver-injection", "failed"));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.percent()).isEqualTo(100);
        assertThat(job.ignoredFailure()).map(StepRow::name).contains("virtio-driver-injection");
    }

    @Test
    void a_running_job_of_another_program_whose_step_failed_has_failed() {
        TrackedJob job = job("unified-test-failover", "running", step("vm-creation", "failed"));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void a_running_job_of_another_program_that_has_done_its_last_step_is_completed() {
        TrackedJob job = job("unified-test-failover", "running", step("status-update", "completed"));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.percent()).isEqualTo(100);
    }

    @Test
    void a_running_job_of_another_program_between_two_steps_runs() {
        TrackedJob job = job("unified-test-failover", "running", step("vm-creation", "completed"));

        assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void an_end_before_the_start_gives_no_duration() {
        JobRow row = new JobRow(
                "j",
                null,
                null,
                null,
                null,
                "failover",
                "unified-test-failover",
                "failed",
                null,
                null,
                START,
                START.minusSeconds(3600),
                START,
                null,
                null);

        assertThat(TrackedJob.of(row, List.of(), START).durationSeconds(Clock.systemUTC()))
                .isNull();
    }

    @Test
    void metadata_that_is_no_json_says_nothing() {
        JobRow row = new JobRow(
                "j",
                null,
                null,
                null,
                null,
                null,
                null,
                "completed",
                "not {json",
                null,
                START,
                START.plusSeconds(60),
                START,
                null,
                null);

        TrackedJob job = TrackedJob.of(row, List.of(), START);

        assertThat(job.metadata().planned()).isEmpty();
        assertThat(job.kind()).isEqualTo(JobKind.OPERATION);
    }

    @Test
    void a_running_job_of_another_program_that_was_silent_for_long_is_stalled() {
        TrackedJob job = silent("system", START.plusSeconds(1));

        assertThat(job.status()).isEqualTo(JobStatus.STALLED);
        assertThat(job.rawError()).startsWith("interrupted");
        assertThat(job.durationSeconds(Clock.systemUTC())).isNull();
    }

    @Test
    void a_running_job_of_another_program_is_believed_while_it_is_reported_on() {
        assertThat(silent("system", START).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void our_own_job_is_believed_however_long_a_step_takes() {
        assertThat(silent("clearover@main#1", START.plusSeconds(1)).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void a_step_recorded_twice_one_inside_the_other_is_one_step() {
        TrackedJob job = job(
                "unified-test-failover",
                "completed",
                step("virtio-driver-injection", "completed"),
                step("virtio-driver-injection", "completed"),
                step("vm-creation", "completed"));

        assertThat(job.steps()).extracting(StepRow::name).containsExactly("virtio-driver-injection", "vm-creation");
        assertThat(job.progress()).isEqualTo(new Progress(2, 2));
    }

    @Test
    void a_failed_job_whose_undo_failed_has_left_something() {
        assertThat(undoFailed("").rollbackNeed()).isEqualTo(RollbackNeed.ALWAYS);
        assertThat(undoFailed(", \"changed\": true").rollbackNeed()).isEqualTo(RollbackNeed.ALWAYS);
    }

    @Test
    void a_failed_job_that_had_changed_nothing_has_left_nothing_though_its_undo_failed() {
        assertThat(undoFailed(", \"changed\": false").rollbackNeed()).isEqualTo(RollbackNeed.NONE);
    }

    /** A job of one step that failed, and a step of its undo that failed too. */
    private static TrackedJob undoFailed(String metadata) {
        JobRow row = new JobRow(
                "j",
                null,
                null,
                null,
                null,
                "failover",
                "unified-test-failover",
                "failed",
                "{\"plan\": [\"final-sync\"]%s}".formatted(metadata),
                null,
                START,
                START.plusSeconds(60),
                START,
                null,
                "clearover@main#1");
        return TrackedJob.of(row, List.of(step("final-sync", 1, "failed"), step("final-sync-end", 2, "failed")), START);
    }

    /** A running job, last changed at {@link #START}. */
    private static TrackedJob silent(String owner, Instant reportedAfter) {
        JobRow row = new JobRow(
                "j",
                null,
                null,
                null,
                null,
                "failover",
                "unified-test-failover",
                "running",
                "{}",
                null,
                START,
                null,
                START,
                null,
                owner);
        return TrackedJob.of(row, List.of(), reportedAfter);
    }

    private static TrackedJob job(String operation, String status, StepRow... steps) {
        JobRow row = new JobRow(
                "j", null, null, null, null, null, operation, status, "{}", null, START, null, START, null, null);
        return TrackedJob.of(row, List.of(steps), START);
    }

    private static StepRow step(String name, String status) {
        return step(name, 1, status);
    }

    private static StepRow step(String name, int seq, String status) {
        return new StepRow("j", name, seq, status, START, START, null, null);
    }
}
