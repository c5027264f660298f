package io.clearover.operation;

import io.clearover.job.CancelRequestedException;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where an operation may be stopped: before each step, and inside of a long one between its actions. Here, and before each
 * call to outside, it also waits while this server can't be sure to own its job any more, because it couldn't give a sign of
 * life for too long. Thread-safe.
 */
@ApplicationScoped
public class SafePoint {

    private static final Logger LOG = Logger.getLogger(SafePoint.class.getName());

    /** Another server takes over no sooner than after a lease; this one pauses a little before. */
    private static final double CAREFUL = 0.8;

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofHours(1);

    private final Set<String> toStop = ConcurrentHashMap.newKeySet();
    private final Set<String> undoing = ConcurrentHashMap.newKeySet();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    /** When, by {@link System#nanoTime}, a job was this server's for sure. */
    private final Map<String, Long> owned = new ConcurrentHashMap<>();

    private final Duration lease;
    private volatile boolean stopping;

    SafePoint() {
        this.lease = null;
    }

    /** @param lease after what time without a sign of life another server takes over */
    @Inject
    public SafePoint(@ConfigProperty(name = "clearover.lease.time", defaultValue = "PT20S") Duration lease) {
        this.lease = lease;
    }

    /**
     * Goes on, unless the operation was asked to stop. Nothing stops what undoes it.
     *
     * @throws CancelRequestedException if it was
     * @throws ServerStoppingException if this server is about to stop
     * @throws JobEndedException if another server has taken the job over
     */
    public void pass(JobId job) {
        if (toStop.contains(job.value()) && !undoing.contains(job.value())) {
            throw new CancelRequestedException(job);
        }
        hold(job);
    }

    /**
     * Goes on as soon as this server is sure to own the job.
     *
     * @throws ServerStoppingException if this server is about to stop
     * @throws JobEndedException if another server has taken the job over
     */
    void hold(JobId job) {
        requireServing(job);
        if (!isSure(job)) {
            LOG.warning(() -> "job=%s waits: this server gave no sign of life for too long".formatted(job));
            Poll.until(
                    () -> Optional.of(true).filter(sure -> isSure(job) || stopping || lost.contains(job.value())),
                    LOOK,
                    LIMIT,
                    "a sign of life to be recorded");
            requireServing(job);
        }
    }

    private boolean isSure(JobId job) {
        Long at = owned.get(job.value());
        return at != null && System.nanoTime() - at < lease.toNanos() * CAREFUL;
    }

    /**
     * Does nothing while this server goes on with the job.
     *
     * @throws ServerStoppingException if this server is about to stop
     * @throws JobEndedException if another server has taken the job over
     */
    void requireServing(JobId job) {
        if (stopping) {
            throw new ServerStoppingException();
        }
        if (lost.contains(job.value())) {
            throw new JobEndedException(job);
        }
    }

    /** The operation is about to begin here, and its job is this server's; what was said of an earlier try counts no more. */
    void enter(JobId job) {
        forget(job);
        owned.put(job.value(), System.nanoTime());
    }

    /** The job was this server's at that reading of {@link System#nanoTime}. */
    void owned(JobId job, long at) {
        owned.computeIfPresent(job.value(), (id, before) -> at);
    }

    /** Another server has taken the job over. */
    void lost(JobId job) {
        lost.add(job.value());
    }

    /** The operation was asked to stop. */
    void stop(JobId job) {
        toStop.add(job.value());
    }

    boolean isToStop(JobId job) {
        return toStop.contains(job.value());
    }

    /** What the operation did is undone from now on. */
    void undo(JobId job) {
        undoing.add(job.value());
    }

    /** The operation has ended here. */
    void forget(JobId job) {
        toStop.remove(job.value());
        undoing.remove(job.value());
        lost.remove(job.value());
        owned.remove(job.value());
    }

    /** Nothing passes any more. */
    void close() {
        stopping = true;
    }

    boolean isClosed() {
        return stopping;
    }
}
