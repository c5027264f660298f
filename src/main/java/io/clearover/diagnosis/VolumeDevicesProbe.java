package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.operation.KnownDisks;
import io.clearover.platform.ApplianceDevices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The appliance shows a block device for each of the VM's volumes. */
@ApplicationScoped
class VolumeDevicesProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.APPLIANCE,
            FaultObject.DISK,
            Set.of(FaultObject.STORAGE),
            Condition.NOT_FOUND,
            Condition.MISSING,
            Condition.WRONG_STATE);

    private final ApplianceDevices devices;

    VolumeDevicesProbe() {
        this(null);
    }

    @Inject
    public VolumeDevicesProbe(ApplianceDevices devices) {
        this.devices = devices;
    }

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "volume-devices";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.APPLIANCE;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return !target.disks().isEmpty();
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    /** Only drivers need a device, and their probe looks at it. */
    @Override
    public boolean belongsToPreflight() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        List<String> notShown = KnownDisks.volumes(target.disks()).stream()
                .filter(volume -> devices.of(volume).isEmpty())
                .toList();
        return notShown.isEmpty()
                ? Finding.of("shown")
                : Finding.of(
                        "not-shown",
                        "the appliance shows no block device with the serial of volume " + String.join(", ", notShown));
    }
}
