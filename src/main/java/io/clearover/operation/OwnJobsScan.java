package io.clearover.operation;

import io.clearover.job.JobId;
import io.clearover.job.JobLeases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks what others did to the jobs that wait or run here: another server took one over, or somebody asked to stop one through
 * another server. Thread-safe.
 */
@ApplicationScoped
public class OwnJobsScan {

    private static final Logger LOG = Logger.getLogger(OwnJobsScan.class.getName());

    private final JobLeases leases;
    private final LeaseGuard guard;
    private final OperationQueue queue;
    private final Cancellation cancellation;

    OwnJobsScan() {
        this(null, null, null, null);
    }

    @Inject
    public OwnJobsScan(JobLeases leases, LeaseGuard guard, OperationQueue queue, Cancellation cancellation) {
        this.leases = leases;
        this.guard = guard;
        this.queue = queue;
        this.cancellation = cancellation;
    }

    /** @throws RuntimeException if the database can't be reached */
    public void scan() {
        leases.taken(queue.jobs()).forEach(this::drop);
        leases.toStop().forEach(this::stop);
    }

    private void drop(JobId job) {
        LOG.warning(() -> "job=%s was taken over by another server while this one gave no sign of life".formatted(job));
        guard.lost(job);
        if (queue.drop(job)) {
            guard.forget(job);
        }
    }

    /** One whose row is locked keeps no other from being stopped. */
    private void stop(JobId job) {
        try {
            cancellation.stop(job);
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, later, () -> "job=%s could not be stopped yet".formatted(job));
        }
    }
}
