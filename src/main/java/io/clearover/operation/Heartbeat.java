package io.clearover.operation;

import io.clearover.job.JobId;
import io.clearover.job.JobLeases;
import io.clearover.job.JobLeases.Silence;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This server's sign of life, every few seconds: keeps the jobs that it runs its own, learns which of them to stop, and takes
 * over those of dead servers. When the server stops, it gives its jobs up. Thread-safe.
 */
@ApplicationScoped
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final JobLeases leases;
    private final SafePoint safePoint;
    private final OperationQueue queue;
    private final Takeovers takeovers;
    private final Cancellation cancellation;
    private final Duration interval;
    private final Duration lease;

    /** By {@link System#nanoTime}: the last sign of life, and the first of those that came without a long pause. */
    private long lastSign;

    private long firstSign;

    Heartbeat() {
        this(null, null, null, null, null, Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    /**
     * @param interval between signs of life
     * @param lease after what time without one another server takes over
     * @throws IllegalArgumentException if a lease isn't at least three intervals and a second
     */
    @Inject
    public Heartbeat(
            JobLeases leases,
            SafePoint safePoint,
            OperationQueue queue,
            Takeovers takeovers,
            Cancellation cancellation,
            @ConfigProperty(name = "clearover.lease.heartbeat", defaultValue = "PT5S") Duration interval,
            @ConfigProperty(name = "clearover.lease.time", defaultValue = "PT20S") Duration lease) {
        if (lease.compareTo(interval.multipliedBy(3)) < 0 || lease.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException(
                    "clearover.lease.time is %s: give at least three times clearover.lease.heartbeat (%s), and PT2S"
                            .formatted(lease, interval));
        }
        this.leases = leases;
        this.safePoint = safePoint;
        this.queue = queue;
        this.takeovers = takeovers;
        this.cancellation = cancellation;
        this.interval = interval;
        this.lease = lease;
    }

    /** The first beat. */
    public void start() {
        beat();
        scheduler.scheduleWithFixedDelay(this::beat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nothing may end the beating, not even an Error. */
    private void beat() {
        try {
            long begun = System.nanoTime();
            leases.renew(queue.jobs()).forEach(job -> safePoint.owned(job, begun));
            leases.taken(queue.jobs()).forEach(this::drop);
            leases.toStop().forEach(cancellation::stop);
            noteSign(System.nanoTime());
            if (!safePoint.isClosed()) { // or it would take back what it has just given up
                takeovers.takeAbandoned(silence());
            }
        } catch (RuntimeException away) {
            LOG.warning(() -> "no sign of life could be recorded: " + away.getMessage());
        } catch (Throwable unexpected) {
            LOG.log(Level.SEVERE, "no sign of life could be recorded", unexpected);
        }
    }

    private void noteSign(long at) {
        if (lastSign == 0 || at - lastSign > lease.toNanos() / 2) {
            firstSign = at;
        }
        lastSign = at;
    }

    private Silence silence() {
        boolean judgesOthers = lastSign - firstSign >= lease.toNanos();
        return new Silence(lease, interval.multipliedBy(2), judgesOthers);
    }

    private void drop(JobId job) {
        LOG.warning(() -> "job=%s was taken over by another server while this one gave no sign of life".formatted(job));
        safePoint.lost(job);
        if (queue.drop(job)) {
            safePoint.forget(job);
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) throws InterruptedException {
        safePoint.close();
        queue.close();
        leases.release();
    }
}
