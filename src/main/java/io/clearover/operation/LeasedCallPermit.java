package io.clearover.operation;

import io.clearover.job.JobId;
import io.clearover.platform.CallPermit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets the thread of an operation call outside only while this server is sure to own its job. Thread-safe. */
@ApplicationScoped
public class LeasedCallPermit implements CallPermit {

    private final ThreadLocal<JobId> operation = new ThreadLocal<>();
    private final SafePoint safePoint;

    LeasedCallPermit() {
        this(null);
    }

    @Inject
    public LeasedCallPermit(SafePoint safePoint) {
        this.safePoint = safePoint;
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
            safePoint.hold(job);
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
