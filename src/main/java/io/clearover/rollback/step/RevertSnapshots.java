package io.clearover.rollback.step;

import io.clearover.job.FailoverJobs;
import io.clearover.job.JobId;
import io.clearover.operation.OperationStep;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Snapshot;
import io.clearover.rollback.Rollback;
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
 * <p>A snapshot that is gone fails the step, once: what the failover wrote stays on that volume, so it must be replicated anew
 * before the next failover. The next rollback gives the volumes back as they are.
 */
@ApplicationScoped
public class RevertSnapshots implements OperationStep<Rollback> {

    private final DestinationPlatform platform;
    private final ReturnedDisks returned;
    private final Disks disks;
    private final FailoverSnapshots snapshots;
    private final FailoverJobs failovers;

    RevertSnapshots() {
        this(null, null, null, null, null);
    }

    @Inject
    public RevertSnapshots(
            DestinationPlatform platform,
            ReturnedDisks returned,
            Disks disks,
            FailoverSnapshots snapshots,
            FailoverJobs failovers) {
        this.platform = platform;
        this.returned = returned;
        this.disks = disks;
        this.snapshots = snapshots;
        this.failovers = failovers;
    }

    @Override
    public String name() {
        return "cloudstack-snapshot-rollback";
    }

    @Override
    public void run(Rollback rollback) {
        String name = failovers
                .newest(rollback.vm().contextId())
                .map(FailoverSnapshots::name)
                .orElse(null);
        returned.of(rollback).forEach(disk -> revert(rollback.jobId(), disk, name));
    }

    /** @param name of the failover's snapshots, by which they are found where their ids are not noted, or not rightly */
    private void revert(JobId job, Disk disk, String name) {
        List<Snapshot> found = snapshots.of(disk);
        Optional<Snapshot> usable = found.stream()
                .filter(Snapshot::complete)
                .filter(snapshot -> !disk.awaitsRevert()
                        || snapshot.id().equals(disk.snapshotId())
                        || snapshot.name().equals(name))
                .findFirst();
        if (usable.isEmpty() && disk.awaitsRevert()) {
            disks.noteSnapshotLost(job, disk);
            throw new StepFailure("snapshot rollback failed: snapshot %s of volume %s not found"
                    .formatted(disk.snapshotId(), disk.volumeId()));
        }
        usable.filter(snapshot -> !disk.isRevertedTo(snapshot.id())).ifPresent(snapshot -> {
            platform.revertSnapshot(snapshot.id());
            disks.noteReverted(job, disk, snapshot.id());
        });
        found.forEach(snapshot -> platform.deleteSnapshot(snapshot.id()));
        if (disk.snapshotId() != null || !found.isEmpty()) {
            disks.noteSnapshotGone(job, disk);
        }
    }
}
