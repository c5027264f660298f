package io.clearover.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What counts as running: a job whose row says so and can be believed. Our own can, since their ends are always recorded; nothing
 * ends a job of another program whose process died, so it is believed while it is reported on, and then stalled. The rule as conditions of
 * statements, and the same for a row that was read. Thread-safe.
 */
@ApplicationScoped
public class RunningJobs {

    /** The condition that a row of {@code job_tracking} doesn't say that its job has ended. */
    public static final String NOT_ENDED = "status IN ('pending', 'running')";

    /** The condition that such a row can be believed, for the parameter reported_after. */
    public static final String BELIEVED = "(" + OurJobs.OURS + " OR updated_at >= :reported_after)";

    /** The condition that it is a failover or rollback that runs, whoever runs it; for the parameter reported_after. */
    public static final String OPERATION_RUNS = NOT_ENDED + " AND job_type IN ('failover', 'cleanup') AND " + BELIEVED;

    private final Clock clock;
    private final Duration expiry;

    RunningJobs() {
        this(null, null);
    }

    /** @param expiry after what time without a change a running job of another program counts as dead */
    @Inject
    public RunningJobs(
            Clock clock,
            @ConfigProperty(name = "clearover.foreign-job.expiry", defaultValue = "PT12H") Duration expiry) {
        this.clock = clock;
        this.expiry = expiry;
    }

    /**
     * The rule of {@link #BELIEVED} for a row that was read.
     *
     * @param owner may be null
     * @param updatedAt when the row was last changed; null is never
     * @param reportedAfter the parameter of the condition
     */
    public static boolean isBelieved(String owner, Instant updatedAt, Instant reportedAfter) {
        return OurJobs.isOurs(owner) || updatedAt != null && !updatedAt.isBefore(reportedAfter);
    }

    /** The parameter reported_after: a job of another program that was last changed before it no longer runs. */
    public Instant reportedAfter() {
        return clock.instant().minus(expiry);
    }
}
