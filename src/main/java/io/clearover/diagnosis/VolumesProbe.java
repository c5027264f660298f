package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.DestinationFacts;
import io.clearover.platform.Volume;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All replicated volumes are there, attached to the appliance, and can be taken off it. */
@ApplicationScoped
class VolumesProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.DESTINATION,
            FaultObject.DISK,
            Condition.NOT_FOUND,
            Condition.BUSY,
            Condition.WRONG_STATE,
            Condition.MISMATCH);

    private static final String FAILED = "volume state validation failed: volume %s ";

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "volumes";
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
    public Finding look(ProbeTarget target) {
        DestinationFacts destination = target.destination();
        List<Finding> findings = target.disks().stream()
                .map(disk -> look(disk, destination))
                .flatMap(Optional::stream)
                .toList();
        return findings.stream()
                .filter(Finding::isError)
                .findFirst()
                .or(() -> findings.stream().findFirst())
                .orElseGet(() -> Finding.of("ready"));
    }

    private static Optional<Finding> look(Disk disk, DestinationFacts destination) {
        Optional<Volume> found = destination.volume(disk.volumeId());
        if (found.isEmpty()) {
            return Optional.of(Finding.failed((FAILED + "not found").formatted(disk.volumeId())));
        }
        return problem(found.get(), destination.applianceVmId())
                .map(Finding::failed)
                .or(() -> busy(found.get()));
    }

    private static Optional<String> problem(Volume volume, String appliance) {
        if (!volume.isAttachedTo(appliance)) {
            return Optional.of(
                    (FAILED + "is attached to %s, not to the appliance").formatted(volume.id(), volume.attachedTo()));
        }
        boolean system = Integer.valueOf(0).equals(volume.deviceId());
        return system
                ? Optional.of((FAILED + "is the appliance's own root disk").formatted(volume.id()))
                : Optional.empty();
    }

    private static Optional<Finding> busy(Volume volume) {
        return volume.state().equalsIgnoreCase("Ready")
                ? Optional.empty()
                : Optional.of(Finding.of("busy", "volume %s is in state %s".formatted(volume.id(), volume.state())));
    }
}
