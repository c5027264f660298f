package io.clearover.operation;

import io.clearover.job.JobLeases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * This server's sign of life for the jobs that wait or run here, and nothing else: whatever could wait for a row or for the
 * outside belongs elsewhere, since all jobs would lose their lease by it. Thread-safe.
 */
@ApplicationScoped
public class LeaseRenewal {

    private final JobLeases leases;
    private final LeaseGuard guard;
    private final OperationQueue queue;
    private final LeaseTimes times;

    /** By {@link LeaseGuard#now}: the last sign of life, and the first of those that came without a long pause. */
    private long lastSign;

    private long firstSign;
    private boolean given;

    LeaseRenewal() {
        this(null, null, null, null);
    }

    @Inject
    public LeaseRenewal(JobLeases leases, LeaseGuard guard, OperationQueue queue, LeaseTimes times) {
        this.leases = leases;
        this.guard = guard;
        this.queue = queue;
        this.times = times;
    }

    /** @throws RuntimeException if the database can't be reached */
    public void renew() {
        long begun = guard.now();
        leases.renew(queue.jobs()).forEach(job -> guard.renewed(job, begun));
        noteSign(guard.now());
    }

    private synchronized void noteSign(long at) {
        if (!given || at - lastSign > longPause()) {
            firstSign = at;
        }
        given = true;
        lastSign = at;
    }

    /**
     * Whether this server has shown that it lives for a whole lease, until now: only then may it judge others by their
     * silence. Otherwise the database may have been away, and they are silent for that.
     */
    public synchronized boolean isSteady() {
        return given && lastSign - firstSign >= times.lease().toNanos() && guard.now() - lastSign <= longPause();
    }

    private long longPause() {
        return times.lease().toNanos() / 2;
    }
}
