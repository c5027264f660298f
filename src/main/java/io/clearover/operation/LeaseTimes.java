package io.clearover.operation;

import io.clearover.job.JobLeases.Silence;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a job stays its server's without a sign of life. For how long the server itself trusts that is always less than
 * what anybody waits before taking the job over, whatever is configured; but the lease must be the same on all servers.
 * Immutable.
 */
@Dependent
public class LeaseTimes {

    private static final int LEAST_HEARTBEATS = 3;
    private static final Duration LEAST_LEASE = Duration.ofSeconds(2);

    /** What is left of a takeover time for a call that was just allowed to reach the other side. */
    private static final double TRUSTED = 0.8;

    private final Duration heartbeat;
    private final Duration lease;
    private final Duration ofEarlierLife;

    /**
     * @param heartbeat between signs of life
     * @param lease after what time without one another server takes over
     * @throws IllegalArgumentException if a lease isn't at least three heartbeats and two seconds
     */
    @Inject
    public LeaseTimes(
            @ConfigProperty(name = "clearover.lease.heartbeat", defaultValue = "PT5S") Duration heartbeat,
            @ConfigProperty(name = "clearover.lease.time", defaultValue = "PT20S") Duration lease) {
        Duration least = heartbeat.multipliedBy(LEAST_HEARTBEATS);
        if (lease.compareTo(least) < 0 || lease.compareTo(LEAST_LEASE) < 0) {
            throw new IllegalArgumentException(
                    "clearover.lease.time is %s: give at least three times clearover.lease.heartbeat (%s), and PT2S"
                            .formatted(lease, heartbeat));
        }
        this.heartbeat = heartbeat;
        this.lease = Duration.ofSeconds(lease.toSeconds());
        this.ofEarlierLife = Duration.ofSeconds(
                Math.min(this.lease.toSeconds(), least.plusMillis(999).toSeconds()));
    }

    /** Between two signs of life. */
    public Duration heartbeat() {
        return heartbeat;
    }

    /** After what silence another server takes over; whole seconds, as the database counts. */
    public Duration lease() {
        return lease;
    }

    /** For how long a server may call outside for a job after it has begun to give a sign of life for it. */
    public Duration trusted() {
        return Duration.ofNanos((long) (ofEarlierLife.toNanos() * TRUSTED));
    }

    /**
     * After what silence a job is taken over.
     *
     * @param judgesOthers whether this server may judge others by their silence
     */
    public Silence silence(boolean judgesOthers) {
        return new Silence(lease, ofEarlierLife, judgesOthers);
    }
}
