package io.clearover.rollback.step;

import io.clearover.job.FailoverJobs;
import io.clearover.job.LastFailover;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Volume;
import io.clearover.rollback.Rollback;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes the replicated volumes off whatever VM they are on, where they must be moved or reverted. */
@ApplicationScoped
public class DetachVolumes implements OperationStep<Rollback> {

    private final DestinationPlatform platform;
    private final ReturnedDisks disks;
    private final FailoverSnapshots snapshots;
    private final FailoverJobs failovers;

    DetachVolumes() {
        this(null, null, null, null);
    }

    @Inject
    public DetachVolumes(
            DestinationPlatform platform, ReturnedDisks disks, FailoverSnapshots snapshots, FailoverJobs failovers) {
        this.platform = platform;
        this.disks = disks;
        this.snapshots = snapshots;
        this.failovers = failovers;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.DETACH_VOLUMES;
    }

    @Override
    public void run(Rollback rollback) {
        Optional<LastFailover> failover = failovers.newest(rollback.vm().contextId());
        disks.of(rollback).stream()
                .filter(disk -> mustMove(disk, failover))
                .forEach(disk -> platform.detachVolume(disk.volumeId()));
    }

    private boolean mustMove(Disk disk, Optional<LastFailover> failover) {
        Volume volume = platform.volume(disk.volumeId())
                .orElseThrow(() ->
                        new StepFailure("volume detachment failed: volume %s not found".formatted(disk.volumeId())));
        boolean atAppliance = volume.isAttachedTo(platform.applianceVmId());
        return !volume.detached()
                && (!atAppliance || !snapshots.of(disk, failover).own().isEmpty());
    }
}
