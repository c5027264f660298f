package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.operation.Step;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Volume;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;

/** Moves the replicated volumes from the appliance to the test VM, whose own empty root volume is removed before. */
@ApplicationScoped
public class AttachVolumes implements Step<Failover> {

    private static final int ROOT = 0;

    private final DestinationPlatform platform;
    private final Disks disks;

    AttachVolumes() {
        this(null, null);
    }

    @Inject
    public AttachVolumes(DestinationPlatform platform, Disks disks) {
        this.platform = platform;
        this.disks = disks;
    }

    @Override
    public String name() {
        return "volume-attachment";
    }

    @Override
    public void run(Failover failover) {
        String vmId = failover.destinationVmId();
        platform.volumesOf(vmId).forEach(this::remove);
        List<Disk> replicated = disks.of(failover.vm().contextId());
        for (int i = 0; i < replicated.size(); i++) {
            move(replicated.get(i), vmId, i == 0 ? OptionalInt.of(ROOT) : OptionalInt.empty());
        }
    }

    private void remove(Volume template) {
        platform.detachVolume(template.id());
        platform.deleteVolume(template.id());
    }

    private void move(Disk disk, String vmId, OptionalInt deviceId) {
        platform.detachVolume(disk.volumeId());
        platform.attachVolume(disk.volumeId(), vmId, deviceId);
        disks.noteWithVm(disk, vmId);
    }
}
