package io.clearover.failover;

import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.view.TrackedJob;
import io.clearover.job.view.TrackedJobs;
import io.clearover.operation.OpenedOperation;
import io.clearover.operation.OperationRefusedException;
import io.clearover.operation.OperationRefusedException.Reason;
import io.clearover.operation.VmRef;
import io.clearover.rollback.RollbackService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Starts again what failed or was cancelled: a new job of the same request. A failed failover was undone, so its retry begins
 * anew; a rollback goes on from what is there. Thread-safe.
 */
@ApplicationScoped
public class FailoverRetries {

    private final TrackedJobs jobs;
    private final FailoverService failovers;
    private final RollbackService rollbacks;

    FailoverRetries() {
        this(null, null, null);
    }

    @Inject
    public FailoverRetries(TrackedJobs jobs, FailoverService failovers, RollbackService rollbacks) {
        this.jobs = jobs;
        this.failovers = failovers;
        this.rollbacks = rollbacks;
    }

    /**
     * Starts a new job that says which one it repeats.
     *
     * @param id of the job to repeat, or its external id
     * @param user who starts it
     * @param key id of the job that the request's Idempotency-Key stands for
     * @throws io.clearover.job.UnknownIdException if there is no such job
     * @throws OperationRefusedException if it neither failed nor was cancelled, another program ran it, or it isn't known
     *     any more what it was asked to do; and as {@link io.clearover.operation.Operations#start} says
     */
    public OpenedOperation retry(JobId id, String user, Optional<JobId> key) {
        TrackedJob job = jobs.find(id).orElseThrow(JobId::notFound);
        requireRetryable(job);
        VmRef vm = new VmRef(job.contextId(), null, null);
        return job.kind() == JobKind.ROLLBACK
                ? rollbacks.start(
                        vm, null, job.metadata().options(), user, key, job.row().id())
                : failovers.start(
                        job.kind(),
                        vm,
                        job.metadata().options(),
                        user,
                        key,
                        job.row().id());
    }

    private static void requireRetryable(TrackedJob job) {
        if (job.isForeign()) {
            throw new OperationRefusedException(
                    Reason.RUN_BY_ANOTHER_PROGRAM,
                    "This job was run by another program of the appliance. Start a new operation on the VM instead.");
        }
        if (!job.isRequestKnown()) {
            throw new OperationRefusedException(
                    Reason.REQUEST_UNKNOWN,
                    "Another program wrote over the record of this job, so it can't be repeated as it was."
                            + " Start a new operation on the VM instead.");
        }
        if (job.status() != JobStatus.FAILED && job.status() != JobStatus.CANCELLED) {
            throw new OperationRefusedException(
                    Reason.NOTHING_TO_RETRY,
                    "Only a job that failed or was cancelled can be retried; this one is %s."
                            .formatted(job.status().text()));
        }
    }
}
