package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.operation.Step;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Volume;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks once more that the VM at the destination has all of its volumes. The VM's new state is written with the job's end, in one
 * transaction, right after.
 */
@ApplicationScoped
public class ConfirmVmReady implements Step<Failover> {

    private final DestinationPlatform platform;
    private final Disks disks;

    ConfirmVmReady() {
        this(null, null);
    }

    @Inject
    public ConfirmVmReady(DestinationPlatform platform, Disks disks) {
        this.platform = platform;
        this.disks = disks;
    }

    @Override
    public String name() {
        return "status-update";
    }

    @Override
    public void run(Failover failover) {
        Set<String> attached = platform.volumesOf(failover.destinationVmId()).stream()
                .map(Volume::id)
                .collect(Collectors.toSet());
        for (Disk disk : disks.of(failover.vm().contextId())) {
            if (!attached.contains(disk.volumeId())) {
                throw new StepFailure(
                        "volume %s is not attached to VM %s".formatted(disk.volumeId(), failover.destinationVmId()));
            }
        }
    }
}
