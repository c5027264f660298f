package io.clearover.operation;

import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.JobStore;
import io.clearover.job.view.TrackedJob;
import io.clearover.job.view.TrackedJobs;
import io.clearover.operation.OperationRefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Stops operations on request, whichever server runs them. Thread-safe. */
@ApplicationScoped
public class Cancellation {

    private static final Logger LOG = Logger.getLogger(Cancellation.class.getName());

    private final TrackedJobs jobs;
    private final JobStore store;
    private final CancelFlags flags;
    private final LeaseGuard guard;
    private final OperationQueue queue;
    private final OperationFinisher finisher;

    Cancellation() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Cancellation(
            TrackedJobs jobs,
            JobStore store,
            CancelFlags flags,
            LeaseGuard guard,
            OperationQueue queue,
            OperationFinisher finisher) {
        this.jobs = jobs;
        this.store = store;
        this.flags = flags;
        this.guard = guard;
        this.queue = queue;
        this.finisher = finisher;
    }

    /**
     * Asks for an operation to be stopped: it takes no further step, undoes what it did, and ends as cancelled, soon. One
     * that nobody has begun ends at once. Asking again changes nothing.
     *
     * @param id its id or its external id
     * @param user who asks
     * @return the job's id
     * @throws io.clearover.job.UnknownIdException if there is no such job
     * @throws OperationRefusedException if it can't be cancelled: it has ended, is a rollback, or is run
     *     by another program
     */
    public JobId cancel(JobId id, String user) {
        TrackedJob job = jobs.find(id).orElseThrow(JobId::notFound);
        requireCancellable(job);
        JobId found = new JobId(job.row().id());
        try {
            store.requestCancel(found);
        } catch (JobEndedException ended) {
            throw ended();
        }
        LOG.info(() -> "job=%s user=%s asks to cancel".formatted(found, user));
        stopHere(found);
        return found;
    }

    private void stopHere(JobId job) {
        try {
            stop(job);
        } catch (JobEndedException endedOrTaken) { // another server that took it stops it
            jobs.find(job).ifPresent(Cancellation::requireCancellable);
        }
    }

    /**
     * Stops an operation of this server that was asked to; does nothing to one that another server runs.
     *
     * @throws JobEndedException if it has ended meanwhile, or another server has taken it
     */
    void stop(JobId job) {
        if (queue.remove(job)) {
            guard.forget(job);
            finisher.end(job, Outcome.cancelled());
        } else if (queue.jobs().contains(job)) {
            flags.request(job);
        }
    }

    private static void requireCancellable(TrackedJob job) {
        if (job.isForeign()) {
            throw new OperationRefusedException(
                    Reason.RUN_BY_ANOTHER_PROGRAM,
                    "This job is run by another program of the appliance. Cancel it there.");
        }
        if (job.status().hasEnded()) {
            throw ended();
        }
        if (job.kind() == JobKind.ROLLBACK) {
            throw new OperationRefusedException(
                    Reason.ROLLBACK_NOT_CANCELLABLE,
                    "A rollback that stops half-way would leave the VM neither here nor there. Wait until it has ended.");
        }
    }

    private static OperationRefusedException ended() {
        return new OperationRefusedException(
                Reason.JOB_ENDED, "This job has ended already, so there is nothing to cancel.");
    }
}
