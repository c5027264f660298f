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
import java.util.List;

/** Checks all that can be known before anything is changed: disks, their copies, the destination, the networks. */
@ApplicationScoped
public class Validation implements Step<Failover> {

    private final DestinationPlatform platform;
    private final Disks disks;
    private final DestinationNetworks networks;

    Validation() {
        this(null, null, null);
    }

    @Inject
    public Validation(DestinationPlatform platform, Disks disks, DestinationNetworks networks) {
        this.platform = platform;
        this.disks = disks;
        this.networks = networks;
    }

    @Override
    public String name() {
        return "validation";
    }

    @Override
    public void run(Failover failover) {
        List<Disk> replicated = disks.of(failover.vm().contextId());
        requireCopies(failover, replicated);
        List<String> destinations = networks.of(failover);
        platform.check();
        replicated.forEach(this::requireAtAppliance);
        destinations.forEach(this::requireNetwork);
    }

    private static void requireCopies(Failover failover, List<Disk> replicated) {
        if (replicated.isEmpty()) {
            throw new StepFailure("sync status validation failed: no replicated volumes found for VM context "
                    + failover.vm().contextId());
        }
        replicated.stream().filter(disk -> disk.changeId() == null).findFirst().ifPresent(disk -> {
            throw new StepFailure(
                    "sync status validation failed: no change id from a successful sync for disk " + disk.diskId());
        });
    }

    private void requireAtAppliance(Disk disk) {
        Volume volume = platform.volume(disk.volumeId())
                .orElseThrow(() -> new StepFailure(
                        "volume state validation failed: volume %s not found".formatted(disk.volumeId())));
        if (!platform.applianceVmId().equals(volume.attachedTo())) {
            throw new StepFailure("volume state validation failed: volume %s is attached to %s, not to the appliance"
                    .formatted(disk.volumeId(), volume.attachedTo()));
        }
    }

    private void requireNetwork(String networkId) {
        if (!platform.networkExists(networkId)) {
            throw new StepFailure("network mapping validation failed: destination network not found: " + networkId);
        }
    }
}
