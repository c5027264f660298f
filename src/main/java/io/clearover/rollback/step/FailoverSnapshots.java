package io.clearover.rollback.step;

import io.clearover.job.ExternalJobId;
import io.clearover.job.LastFailover;
import io.clearover.operation.SnapshotName;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Snapshot;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    boolean isOf(LastFailover failover, String volumeId) {
        return platform.snapshotsOf(volumeId).stream().anyMatch(snapshot -> isOf(failover, snapshot));
    }

    private static boolean isOf(LastFailover failover, Snapshot snapshot) {
        return SnapshotName.of(new ExternalJobId(failover.jobId())).equals(snapshot.name());
    }

    /** @param failover the one that is rolled back, if it is known */
    DiskSnapshots of(Disk disk, Optional<LastFailover> failover) {
        Map<Boolean, List<Snapshot>> byOwner = platform.snapshotsOf(disk.volumeId()).stream()
                .collect(Collectors.partitioningBy(snapshot -> isNoted(disk, snapshot, failover)
                        || failover.filter(it -> isOf(it, snapshot)).isPresent()));
        return new DiskSnapshots(
                byOwner.get(true).stream()
                        .sorted(Comparator.comparing(own -> !isNoted(disk, own, failover)))
                        .toList(),
                byOwner.get(false).stream()
                        .filter(other -> failover.isPresent() && SnapshotName.isOurs(other.name()))
                        .toList());
    }

    /** What another program has noted is the failover's only if that was another program's too. */
    private static boolean isNoted(Disk disk, Snapshot snapshot, Optional<LastFailover> failover) {
        return snapshot.id().equals(disk.snapshotId())
                && (disk.hasOurNote() || failover.filter(LastFailover::isOurs).isEmpty());
    }

    /**
     * The snapshots of a disk that are still there.
     *
     * @param own the failover's that is rolled back, the noted one first, which is the one to go back to
     * @param outdated those of our earlier failovers: what was replicated since is not in them
     */
    record DiskSnapshots(List<Snapshot> own, List<Snapshot> outdated) {

        Stream<Snapshot> all() {
            return Stream.concat(own.stream(), outdated.stream());
        }
    }
}
