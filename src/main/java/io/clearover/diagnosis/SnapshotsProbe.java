package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.Snapshot;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** No snapshot of the VM's volumes is under way or broken: while one is, no other can be taken, and volumes stay where they are. */
@ApplicationScoped
class SnapshotsProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.DESTINATION, FaultObject.SNAPSHOT, Condition.BUSY, Condition.WRONG_STATE, Condition.ALREADY_EXISTS);

    private static final Set<String> REMOVED = Set.of("Destroying", "Destroyed");

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return !target.disks().isEmpty();
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        List<Snapshot> unfinished = target.disks().stream()
                .map(Disk::volumeId)
                .flatMap(volume -> target.destination().snapshotsOf(volume).stream())
                .filter(snapshot -> !snapshot.complete() && !REMOVED.contains(snapshot.state()))
                .sorted(Comparator.comparing(SnapshotsProbe::hasFailed))
                .toList();
        return unfinished.stream()
                .findFirst()
                .map(snapshot -> Finding.of(
                        hasFailed(snapshot) ? "failed" : "busy",
                        "snapshot %s \"%s\" of volume %s is in state %s"
                                .formatted(snapshot.id(), snapshot.name(), snapshot.volumeId(), snapshot.state())))
                .orElseGet(() -> Finding.of("ready"));
    }

    private static boolean hasFailed(Snapshot snapshot) {
        return "Error".equalsIgnoreCase(snapshot.state());
    }
}
