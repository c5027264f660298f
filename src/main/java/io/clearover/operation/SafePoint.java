package io.clearover.operation;

import io.clearover.job.CancelRequestedException;
import io.clearover.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where an operation may be stopped: before each step, and inside of a long one between its actions. Here it also waits
 * while this server can't be sure to own its jobs any more, because it couldn't give a sign of life for too long.
 * Thread-safe.
 */
@ApplicationScoped
public class SafePoint {

    /** Another server takes over no sooner than after a lease; this one pauses a little before. */
    private static final double CAREFUL = 0.8;

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofHours(1);

    private final Set<String> toStop = ConcurrentHashMap.newKeySet();
    private final Duration lease;
    private volatile long renewed = System.nanoTime();
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
     * Goes on, unless the operation was asked to stop.
     *
     * @throws CancelRequestedException if it was
     * @throws ServerStoppingException if this server is about to stop
     */
    public void pass(JobId job) {
        if (toStop.contains(job.value())) {
            throw new CancelRequestedException(job);
        }
        hold();
    }

    /**
     * Goes on as soon as this server is sure to own its jobs.
     *
     * @throws ServerStoppingException if this server is about to stop
     */
    void hold() {
        requireServing();
        if (!isSure()) {
            Poll.until(
                    () -> Optional.of(true).filter(sure -> isSure() || stopping),
                    LOOK,
                    LIMIT,
                    "a sign of life to be recorded");
            requireServing();
        }
    }

    private boolean isSure() {
        return System.nanoTime() - renewed < lease.toNanos() * CAREFUL;
    }

    private void requireServing() {
        if (stopping) {
            throw new ServerStoppingException();
        }
    }

    /** A sign of life was recorded; it was begun at that reading of {@link System#nanoTime}. */
    void renewed(long begun) {
        renewed = begun;
    }

    /** These operations were asked to stop. */
    void stop(Collection<JobId> jobs) {
        jobs.forEach(job -> toStop.add(job.value()));
    }

    boolean isToStop(JobId job) {
        return toStop.contains(job.value());
    }

    /** The operation has ended. */
    void forget(JobId job) {
        toStop.remove(job.value());
    }

    /** Nothing passes any more. */
    void close() {
        stopping = true;
    }

    boolean isClosed() {
        return stopping;
    }
}
