package io.clearover.rollback.step;

import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Volume;
import io.clearover.rollback.Rollback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Looks once more that the appliance has all volumes. The VM's new state is written with the job's end, in one
 * transaction, right after.
 */
@ApplicationScoped
public class ConfirmReplicationReady implements OperationStep<Rollback> {

    private final DestinationPlatform platform;
    private final ReturnedDisks disks;

    ConfirmReplicationReady() {
        this(null, null);
    }

    @Inject
    public ConfirmReplicationReady(DestinationPlatform platform, ReturnedDisks disks) {
        this.platform = platform;
        this.disks = disks;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.CONFIRM;
    }

    @Override
    public void run(Rollback rollback) {
        String appliance = platform.applianceVmId();
        disks.of(rollback).forEach(disk -> require(disk.volumeId(), appliance));
    }

    private void require(String volumeId, String appliance) {
        platform.volume(volumeId)
                .map(Volume::attachedTo)
                .filter(appliance::equals)
                .orElseThrow(() -> new StepFailure("volume %s is not attached to the appliance".formatted(volumeId)));
    }
}
