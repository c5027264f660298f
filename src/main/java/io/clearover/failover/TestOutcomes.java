package io.clearover.failover;

import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStore;
import io.clearover.job.TestOutcome;
import io.clearover.job.view.TrackedJob;
import io.clearover.job.view.TrackedJobs;
import io.clearover.operation.OperationRefusedException;
import io.clearover.operation.OperationRefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Keeps with a test failover, and in its VM's summary, what its test has shown. Thread-safe. */
@ApplicationScoped
public class TestOutcomes {

    private final TrackedJobs jobs;
    private final JobStore store;
    private final Clock clock;

    TestOutcomes() {
        this(null, null, null);
    }

    @Inject
    public TestOutcomes(TrackedJobs jobs, JobStore store, Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Records the outcome of a test; a later one takes the place of an earlier one.
     *
     * @param id of the test failover, or its external id
     * @param result passed or problems
     * @param note in the words of who tested it; null if there is none
     * @param user who records it
     * @throws io.clearover.job.UnknownIdException if there is no such job
     * @throws OperationRefusedException if it isn't a completed test failover of ours
     */
    public TestOutcome record(JobId id, String result, String note, String user) {
        TrackedJob job = jobs.find(id).orElseThrow(JobId::notFound);
        requireCompletedTest(job);
        TestOutcome outcome =
                new TestOutcome(result, note, user, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        store.note(new JobId(job.row().id()), outcome);
        return outcome;
    }

    private static void requireCompletedTest(TrackedJob job) {
        boolean completedTest = job.kind() == JobKind.TEST_FAILOVER && job.status() == JobStatus.COMPLETED;
        if (!completedTest || job.isForeign()) {
            throw new OperationRefusedException(
                    Reason.NO_COMPLETED_TEST,
                    "An outcome can be recorded for a test failover of Clearover that has completed, and for no other job.");
        }
    }
}
