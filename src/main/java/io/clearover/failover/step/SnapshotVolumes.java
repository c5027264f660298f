package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.KnownDisks;
import io.clearover.operation.OperationStep;
import io.clearover.operation.SafePoint;
import io.clearover.operation.SnapshotName;
import io.clearover.platform.DestinationPlatform;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes a snapshot of every volume, one after the other; an undo or a rollback goes back to them. */
@ApplicationScoped
public class SnapshotVolumes implements OperationStep<Failover> {

    private final DestinationPlatform platform;
    private final KnownDisks known;
    private final Disks disks;
    private final SafePoint safePoint;

    SnapshotVolumes() {
        this(null, null, null, null);
    }

    @Inject
    public SnapshotVolumes(DestinationPlatform platform, KnownDisks known, Disks disks, SafePoint safePoint) {
        this.platform = platform;
        this.known = known;
        this.disks = disks;
        this.safePoint = safePoint;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.SNAPSHOT_VOLUMES;
    }

    @Override
    public void run(Failover failover) {
        String name = SnapshotName.of(failover.externalJobId());
        List<Disk> moved = known.recorded(failover);
        forgetEarlier(failover, moved);
        for (Disk disk : moved) {
            safePoint.pass(failover.jobId());
            disks.noteSnapshot(failover.jobId(), disk, platform.createSnapshot(disk.volumeId(), name));
        }
    }

    /** What is noted of a disk belongs to this failover from here on, also if it comes no further than to another disk. */
    private void forgetEarlier(Failover failover, List<Disk> moved) {
        moved.stream()
                .filter(disk -> disk.snapshotId() != null)
                .forEach(disk -> disks.noteSnapshotGone(failover.jobId(), disk));
    }

    @Override
    public boolean holds(Failover failover) {
        return known.recorded(failover).stream().allMatch(this::hasSnapshot);
    }

    private boolean hasSnapshot(Disk disk) {
        return platform.snapshotsOf(disk.volumeId()).stream()
                .anyMatch(snapshot -> snapshot.id().equals(disk.snapshotId()) && snapshot.complete());
    }
}
