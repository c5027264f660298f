package io.clearover.rollback.step;

import io.clearover.job.ExternalJobId;
import io.clearover.job.FailoverJobs.FailoverJob;
import io.clearover.operation.SnapshotName;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Snapshot;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds the snapshots that failovers took of a disk, whether or not their ids could be noted. */
@ApplicationScoped
public class FailoverSnapshots {

    private final DestinationPlatform platform;

    FailoverSnapshots() {
        this(null);
    }

    @Inject
    public FailoverSnapshots(DestinationPlatform platform) {
        this.platform = platform;
    }

    /** Whether the failover took a snapshot of the volume, which is still there. */
    boolean isOf(FailoverJob failover, String volumeId) {
        return platform.snapshotsOf(volumeId).stream()
                .anyMatch(snapshot -> name(failover).equals(snapshot.name()));
    }

    /** What the failover called its snapshots. */
    static String name(FailoverJob failover) {
        return SnapshotName.of(new ExternalJobId(failover.jobId()));
    }

    /** Those that are still there; the noted one first, which is the one to go back to. */
    public List<Snapshot> of(Disk disk) {
        return platform.snapshotsOf(disk.volumeId()).stream()
                .filter(snapshot -> snapshot.id().equals(disk.snapshotId()) || SnapshotName.isOurs(snapshot.name()))
                .sorted((a, b) -> Boolean.compare(b.id().equals(disk.snapshotId()), a.id().equals(disk.snapshotId())))
                .toList();
    }
}
