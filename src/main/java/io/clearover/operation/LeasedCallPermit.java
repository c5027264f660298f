package io.clearover.operation;

import io.clearover.job.JobId;
import io.clearover.job.JobStore;
import io.clearover.platform.CallPermit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets the thread of an operation call outside only while this server is sure to own its job. Thread-safe. */
@ApplicationScoped
public class LeasedCallPermit implements CallPermit {

    private final ThreadLocal<JobId> operation = new ThreadLocal<>();
    private final LeaseGuard leases;
    private final SafePoint safePoint;
    private final JobStore store;

    LeasedCallPermit() {
        this(null, null, null);
    }

    @Inject
    public LeasedCallPermit(LeaseGuard leases, SafePoint safePoint, JobStore store) {
        this.leases = leases;
        this.safePoint = safePoint;
        this.store = store;
    }

    /** Does an operation's work in this thread. */
    void during(JobId job, Runnable work) {
        operation.set(job);
        try {
            work.run();
        } finally {
            operation.remove();
        }
    }

    /**
     * As {@link CallPermit#await}.
     *
     * @throws ServerStoppingException if this server is about to stop
     * @throws io.clearover.job.JobEndedException if another server has taken the job over
     */
    @Override
    public void await() {
        JobId job = operation.get();
        if (job != null) {
            leases.await(job);
        }
    }

    /**
     * Notes with the operation's job that it changes something.
     *
     * @throws io.clearover.job.JobEndedException if another server has taken the job over
     */
    @Override
    public void beforeChange() {
        JobId job = operation.get();
        if (job != null) {
            store.noteChange(job);
        }
    }

    /**
     * As {@link CallPermit#awaitAnotherTry}.
     *
     * @throws io.clearover.job.CancelRequestedException if the operation was asked to stop, and is not being undone
     * @throws ServerStoppingException if this server is about to stop
     * @throws io.clearover.job.JobEndedException if another server has taken the job over
     */
    @Override
    public void awaitAnotherTry() {
        JobId job = operation.get();
        if (job != null) {
            safePoint.pass(job);
        }
    }
}
