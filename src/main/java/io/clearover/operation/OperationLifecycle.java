package io.clearover.operation;

import io.clearover.job.JobLeases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What this server does for its operations every heartbeat, from its start to its end: signs of life, looks at its own jobs and
 * looks for those of dead servers, each on a schedule of its own, so that none waits for another. Thread-safe.
 */
@ApplicationScoped
public class OperationLifecycle {

    private static final Logger LOG = Logger.getLogger(OperationLifecycle.class.getName());

    private final LeaseRenewal renewal;
    private final OwnJobsScan ownJobs;
    private final DeadOwnerScan deadOwners;
    private final LeaseGuard guard;
    private final OperationQueue queue;
    private final JobLeases leases;
    private final LeaseTimes times;
    private final ScheduledExecutorService scheduler;

    OperationLifecycle() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public OperationLifecycle(
            LeaseRenewal renewal,
            OwnJobsScan ownJobs,
            DeadOwnerScan deadOwners,
            LeaseGuard guard,
            OperationQueue queue,
            JobLeases leases,
            LeaseTimes times,
            ScheduledExecutorService scheduler) {
        this.renewal = renewal;
        this.ownJobs = ownJobs;
        this.deadOwners = deadOwners;
        this.guard = guard;
        this.queue = queue;
        this.leases = leases;
        this.times = times;
        this.scheduler = scheduler;
    }

    /** Everything once, at once; then again and again. */
    public void start() {
        repeat("no sign of life could be recorded", renewal::renew);
        repeat("this server's jobs could not be looked at", ownJobs::scan);
        repeat("the jobs of dead servers could not be looked for", deadOwners::scan);
    }

    private void repeat(String failed, Runnable task) {
        Runnable unfailing = () -> runUnfailing(failed, task);
        unfailing.run();
        long pause = times.heartbeat().toMillis();
        scheduler.scheduleWithFixedDelay(unfailing, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Nothing may end a schedule, not even an Error. */
    private static void runUnfailing(String failed, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException away) {
            LOG.warning(() -> failed + ": " + away.getMessage());
        } catch (Throwable unexpected) {
            LOG.log(Level.SEVERE, failed, unexpected);
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) throws InterruptedException {
        stop();
    }

    /** Operations stop at once, and are given up, so that another server, or this one's next life, goes on with them. */
    void stop() throws InterruptedException {
        guard.close();
        queue.close();
        leases.release();
    }
}
