package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.operation.KnownDisks;
import io.clearover.platform.PendingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The destination does nothing to the VM's volumes that would keep them from being moved. */
@ApplicationScoped
class VolumeUseProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.DESTINATION, FaultObject.DISK, Set.of(FaultObject.OPERATION), Condition.BUSY, Condition.WRONG_STATE);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "volume-use";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return !target.disks().isEmpty();
    }

    /** The steps that need the volumes wait for such work, or are refused and say why. */
    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        Optional<List<PendingWork>> work = target.destination().pendingWork();
        if (work.isEmpty()) {
            return Finding.of("unknown");
        }
        List<String> volumes = KnownDisks.volumes(target.disks());
        return work.get().stream()
                .filter(each -> volumes.contains(each.thingId()))
                .findFirst()
                .map(each -> Finding.of(
                        "in-use",
                        "volume %s: %s has not ended, begun %s"
                                .formatted(each.thingId(), each.command(), each.since())))
                .orElseGet(() -> Finding.of("free"));
    }
}
