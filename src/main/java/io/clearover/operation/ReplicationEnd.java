package io.clearover.operation;

import io.clearover.platform.SourceAppliance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Waits for replications that were left while they ran: nobody can stop them, and they go on writing. Thread-safe. */
@ApplicationScoped
public class ReplicationEnd {

    private final SourceAppliance source;
    private final Duration interval;
    private final Duration limit;

    ReplicationEnd() {
        this(null, null, null);
    }

    /** @param limit how long is waited for the end of one */
    @Inject
    public ReplicationEnd(
            SourceAppliance source,
            @ConfigProperty(name = "clearover.final-sync.poll-interval", defaultValue = "PT2S") Duration interval,
            @ConfigProperty(name = "clearover.final-sync.end-timeout", defaultValue = "PT3M") Duration limit) {
        this.source = source;
        this.interval = interval;
        this.limit = limit;
    }

    /**
     * Returns when a replication no longer runs, however it ended; at once if it was never begun.
     *
     * @param beforeEachLook may throw to end the waiting
     * @throws StepFailure if it still runs when the limit has passed
     * @throws io.clearover.platform.PlatformException if the source doesn't tell
     */
    public void await(String replication, Runnable beforeEachLook) {
        boolean ended = Poll.within(
                limit,
                () -> {
                    beforeEachLook.run();
                    return !isRunning(replication);
                },
                interval,
                "replication %s to end".formatted(replication));
        if (!ended) {
            throw new StepFailure("the replication of final sync %s still writes to the disks after %s"
                    .formatted(replication, limit));
        }
    }

    private boolean isRunning(String replication) {
        return source.findReplication(replication)
                .filter(progress -> !progress.ended())
                .isPresent();
    }
}
