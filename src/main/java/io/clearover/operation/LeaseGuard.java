package io.clearover.operation;

import com.github.benmanes.caffeine.cache.Ticker;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * Knows which jobs are this server's for sure, by the signs of life that it gave for them. An operation waits here, before
 * its steps and before each call to outside, while that isn't sure. Thread-safe.
 */
@ApplicationScoped
public class LeaseGuard {

    private static final Logger LOG = Logger.getLogger(LeaseGuard.class.getName());

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofHours(1);

    /** When, by the ticker, a job was this server's for sure. */
    private final Map<JobId, Long> owned = new ConcurrentHashMap<>();

    private final Set<JobId> lost = ConcurrentHashMap.newKeySet();
    private final LeaseTimes times;
    private final Ticker ticker;
    private volatile boolean stopping;

    LeaseGuard() {
        this(null, null);
    }

    @Inject
    public LeaseGuard(LeaseTimes times, Ticker ticker) {
        this.times = times;
        this.ticker = ticker;
    }

    /**
     * The time by which it counts: read it before the statement that makes or keeps a job this server's, so that a server
     * that stands still behind the statement trusts it for no longer.
     */
    long now() {
        return ticker.read();
    }

    /** The operation is about to begin here; its job was this server's at that {@link #now}. */
    void enter(JobId job, long at) {
        forget(job);
        owned.put(job, at);
    }

    /** The job was this server's at that {@link #now}; nothing changes for one that isn't entered. */
    void renewed(JobId job, long at) {
        owned.computeIfPresent(job, (id, before) -> Math.max(before, at));
    }

    /** Another server has taken the job over. */
    void lost(JobId job) {
        lost.add(job);
    }

    /** The operation has ended here. */
    void forget(JobId job) {
        owned.remove(job);
        lost.remove(job);
    }

    /** The server stops: nothing goes on any more. */
    void close() {
        stopping = true;
    }

    boolean isClosed() {
        return stopping;
    }

    /**
     * Returns as soon as this server is sure to own the job.
     *
     * @throws ServerStoppingException if this server is about to stop
     * @throws JobEndedException if another server has taken the job over
     * @throws StepFailure if that can't be said for an hour
     */
    void await(JobId job) {
        requireServing(job);
        if (!isSure(job)) {
            LOG.warning(() -> "job=%s waits: this server gave no sign of life for too long".formatted(job));
            Poll.until(
                    () -> Optional.of(true).filter(sure -> isSure(job) || stopping || lost.contains(job)),
                    LOOK,
                    LIMIT,
                    "a sign of life to be recorded");
            requireServing(job);
        }
    }

    /** Whether a call may be made for the job at this moment. */
    boolean isSure(JobId job) {
        Long at = owned.get(job);
        return at != null && now() - at < times.trusted().toNanos();
    }

    /**
     * Does nothing while this server goes on with the job, sure of it or not.
     *
     * @throws ServerStoppingException if this server is about to stop
     * @throws JobEndedException if another server has taken the job over
     */
    void requireServing(JobId job) {
        if (stopping) {
            throw new ServerStoppingException();
        }
        if (lost.contains(job)) {
            throw new JobEndedException(job);
        }
    }
}
