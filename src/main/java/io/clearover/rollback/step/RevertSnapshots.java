package io.clearover.rollback.step;

import io.clearover.job.FailoverJobs;
import io.clearover.job.JobId;
import io.clearover.job.JobStore;
import io.clearover.job.LastFailover;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.LastingFailure;
import io.clearover.operation.OperationStep;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Snapshot;
import io.clearover.rollback.Rollback;
import io.clearover.rollback.step.FailoverSnapshots.DiskSnapshots;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Brings each volume back to the snapshot that the failover took, then removes the snapshot. A volume that was brought back is
 * noted first: the removal that a dead server began may still be under way, and nobody can go back to such a snapshot.
 *
 * <p>A snapshot that is gone fails the step for good: what the failover wrote stays on that volume, so it must be replicated
 * anew before the next failover. Another rollback, a job of its own, gives the volumes back as they are.
 */
@ApplicationScoped
public class RevertSnapshots implements OperationStep<Rollback> {

    private final DestinationPlatform platform;
    private final ReturnedDisks returned;
    private final Disks disks;
    private final FailoverSnapshots snapshots;
    private final FailoverJobs failovers;
    private final JobStore store;

    RevertSnapshots() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public RevertSnapshots(
            DestinationPlatform platform,
            ReturnedDisks returned,
            Disks disks,
            FailoverSnapshots snapshots,
            FailoverJobs failovers,
            JobStore store) {
        this.platform = platform;
        this.returned = returned;
        this.disks = disks;
        this.snapshots = snapshots;
        this.failovers = failovers;
        this.store = store;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.REVERT_SNAPSHOTS;
    }

    @Override
    public void run(Rollback rollback) {
        store.lastingFailure(rollback.jobId()).ifPresent(error -> {
            throw new LastingFailure(error);
        });
        Optional<LastFailover> failover = failovers.newest(rollback.vm().contextId());
        returned.of(rollback).forEach(disk -> revert(rollback.jobId(), disk, snapshots.of(disk, failover)));
    }

    private void revert(JobId job, Disk disk, DiskSnapshots found) {
        if (!disk.isReverted()) {
            goBack(job, disk, found.own());
        }
        found.all().forEach(snapshot -> platform.deleteSnapshot(snapshot.id()));
        if (disk.snapshotId() != null || found.all().findAny().isPresent()) {
            disks.noteSnapshotGone(job, disk);
        }
    }

    private void goBack(JobId job, Disk disk, List<Snapshot> own) {
        Optional<Snapshot> usable = own.stream().filter(Snapshot::complete).findFirst();
        if (usable.isEmpty() && disk.awaitsRevert()) {
            String error = "snapshot rollback failed: snapshot %s of volume %s not found"
                    .formatted(disk.snapshotId(), disk.volumeId());
            disks.noteSnapshotLost(job, disk, error);
            throw new LastingFailure(error);
        }
        usable.ifPresent(snapshot -> {
            platform.revertSnapshot(snapshot.id());
            disks.noteReverted(job, disk, snapshot.id());
        });
    }
}
