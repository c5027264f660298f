package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All disks have been copied, and not too long ago. */
@ApplicationScoped
class ReplicationProbe implements Probe {

    private static final ProbeScope SCOPE =
            ProbeScope.of(Side.APPLIANCE, FaultObject.CHANGE_TRACKING, Set.of(FaultObject.DISK), Condition.MISSING);

    private final Clock clock;
    private final Duration maxAge;

    ReplicationProbe() {
        this(null, null);
    }

    /** @param maxAge of the newest successful replication; an older one is worth a warning */
    @Inject
    public ReplicationProbe(
            Clock clock,
            @ConfigProperty(name = "clearover.preflight.max-replication-age", defaultValue = "PT24H") Duration maxAge) {
        this.clock = clock;
        this.maxAge = maxAge;
    }

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "replication";
    }

    @Override
    public Finding look(ProbeTarget target) {
        return withoutCopy(target).map(Finding::failed).orElseGet(() -> age(target.recorded()));
    }

    private static Optional<String> withoutCopy(ProbeTarget target) {
        if (target.disks().isEmpty()) {
            return Optional.of("sync status validation failed: no replicated volumes found for VM context "
                    + target.vm().contextId());
        }
        return target.disks().stream()
                .filter(disk -> disk.changeId() == null)
                .findFirst()
                .map(disk ->
                        "sync status validation failed: no change id from a successful sync for disk " + disk.diskId());
    }

    private Finding age(VmRecord recorded) {
        if (recorded.disksWithoutCopy() > 0) {
            return Finding.of(
                    "incomplete",
                    "%d rows of vm_disks have no volume in ossea_volumes".formatted(recorded.disksWithoutCopy()));
        }
        Instant last = recorded.lastReplicated();
        if (last == null) {
            return Finding.of("unknown-age", "no completed row in replication_jobs");
        }
        return last.isBefore(clock.instant().minus(maxAge))
                ? Finding.of(
                        "old", "the newest completed replication ended at %s, more than %s ago".formatted(last, maxAge))
                : Finding.of("recent");
    }
}
