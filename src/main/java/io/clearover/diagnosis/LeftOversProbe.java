package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.operation.DestinationVmName;
import io.clearover.operation.SnapshotName;
import io.clearover.platform.DestinationVm;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Nothing is left of the VM's earlier failovers, where the VM is said to be ready for the next. */
@ApplicationScoped
class LeftOversProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.DESTINATION,
            FaultObject.VM,
            Set.of(FaultObject.SNAPSHOT, FaultObject.OPERATION),
            Condition.ALREADY_EXISTS);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "left-overs";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return target.recorded().status().allowsFailover();
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        return vm(target)
                .or(() -> snapshot(target))
                .map(what -> Finding.of("some", what))
                .orElseGet(() -> Finding.of("none"));
    }

    private static Optional<String> vm(ProbeTarget target) {
        return target.recorded()
                .lastFailover()
                .filter(last -> last.externalJobId() != null)
                .flatMap(last -> DestinationVmName.find(
                        target.destination()::vmNamed, last.type(), target.vm().name(), last.externalJobId()))
                .map(LeftOversProbe::told);
    }

    private static String told(DestinationVm vm) {
        return "VM %s \"%s\" of an earlier failover is in state %s".formatted(vm.id(), vm.name(), vm.state());
    }

    private static Optional<String> snapshot(ProbeTarget target) {
        return target.disks().stream()
                .map(Disk::volumeId)
                .flatMap(volume -> target.destination().snapshotsOf(volume).stream())
                .filter(snapshot -> SnapshotName.isOurs(snapshot.name()))
                .findFirst()
                .map(snapshot -> "snapshot %s \"%s\" of volume %s is left of an earlier failover"
                        .formatted(snapshot.id(), snapshot.name(), snapshot.volumeId()));
    }
}
