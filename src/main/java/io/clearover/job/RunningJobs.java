package io.clearover.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the jobs of other programs are believed to run: nothing ends those whose process died. Thread-safe. */
@ApplicationScoped
public class RunningJobs {

    /**
     * The condition that a row of {@code job_tracking} is a failover or rollback that runs, whoever runs it; for the parameter
     * reported_after.
     */
    public static final String OPERATION_RUNS =
            """
            status IN ('pending', 'running') AND job_type IN ('failover', 'cleanup')
               AND (owner LIKE 'clearover@%' OR updated_at > :reported_after)
            """;

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

    /** One that was last changed before this instant no longer runs. */
    public Instant reportedAfter() {
        return clock.instant().minus(expiry);
    }
}
