package io.clearover.operation;

import io.clearover.job.CancelRequestedException;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where an operation may be stopped: before each step, and inside of a long one between its actions. Thread-safe. */
@ApplicationScoped
public class SafePoint {

    private final LeaseGuard leases;
    private final CancelFlags cancels;

    SafePoint() {
        this(null, null);
    }

    @Inject
    public SafePoint(LeaseGuard leases, CancelFlags cancels) {
        this.leases = leases;
        this.cancels = cancels;
    }

    /**
     * Goes on as soon as this server is sure to own the job, unless the operation was asked to stop. Nothing stops what undoes
     * it.
     *
     * @throws CancelRequestedException if it was
     * @throws ServerStoppingException if this server is about to stop
     * @throws JobEndedException if another server has taken the job over
     */
    public void pass(JobId job) {
        cancels.requireNotRequested(job);
        leases.await(job);
    }
}
