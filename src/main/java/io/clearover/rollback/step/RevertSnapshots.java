package io.clearover.rollback.step;

import io.clearover.job.JobId;
import io.clearover.operation.Step;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Snapshot;
import io.clearover.rollback.Rollback;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Brings each volume back to the snapshot that the failover took, then removes the snapshot. */
@ApplicationScoped
public class RevertSnapshots implements Step<Rollback> {

    private static final String COMPLETE = "BackedUp";

    private final DestinationPlatform platform;
    private final Disks disks;
    private final Snapshots snapshots;

    RevertSnapshots() {
        this(null, null, null);
    }

    @Inject
    public RevertSnapshots(DestinationPlatform platform, Disks disks, Snapshots snapshots) {
        this.platform = platform;
        this.disks = disks;
        this.snapshots = snapshots;
    }

    @Override
    public String name() {
        return "cloudstack-snapshot-rollback";
    }

    @Override
    public void run(Rollback rollback) {
        disks.of(rollback.vm().contextId()).forEach(disk -> revert(rollback.jobId(), disk));
    }

    private void revert(JobId job, Disk disk) {
        List<Snapshot> found = snapshots.of(disk);
        found.stream()
                .filter(snapshot -> COMPLETE.equals(snapshot.state()))
                .findFirst()
                .ifPresent(snapshot -> platform.revertSnapshot(snapshot.id()));
        found.forEach(snapshot -> platform.deleteSnapshot(snapshot.id()));
        if (disk.snapshotId() != null) {
            disks.noteSnapshotGone(job, disk);
        }
    }
}
