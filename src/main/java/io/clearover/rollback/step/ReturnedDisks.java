package io.clearover.rollback.step;

import io.clearover.job.FailoverJobs;
import io.clearover.job.JobStore;
import io.clearover.job.LastFailover;
import io.clearover.operation.KnownDisks;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Volume;
import io.clearover.rollback.Rollback;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The disks that a rollback, or an undo, gives back: those that are recorded as the VM's, and those that the failover moved
 * though they are recorded no more. Which they are is found once and noted with the job. Thread-safe.
 */
@ApplicationScoped
public class ReturnedDisks {

    private final DestinationPlatform platform;
    private final Disks disks;
    private final JobStore store;
    private final FailoverJobs failovers;
    private final FailedOverVm failedOverVm;
    private final FailoverSnapshots snapshots;

    ReturnedDisks() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ReturnedDisks(
            DestinationPlatform platform,
            Disks disks,
            JobStore store,
            FailoverJobs failovers,
            FailedOverVm failedOverVm,
            FailoverSnapshots snapshots) {
        this.platform = platform;
        this.disks = disks;
        this.store = store;
        this.failovers = failovers;
        this.failedOverVm = failedOverVm;
        this.snapshots = snapshots;
    }

    /** Each with what is noted of it now. */
    public List<Disk> of(Rollback rollback) {
        return disks.of(
                store.volumes(rollback.jobId()).orElseGet(() -> store.noteVolumes(rollback.jobId(), find(rollback))));
    }

    private List<String> find(Rollback rollback) {
        List<String> recorded = KnownDisks.volumes(disks.of(rollback.vm().contextId()));
        Stream<String> moved = failovers
                .newest(rollback.vm().contextId())
                .filter(LastFailover::isOurs)
                .map(failover -> failover.volumes().orElseGet(() -> shown(failover, rollback)))
                .stream()
                .flatMap(List::stream)
                .filter(volume -> !recorded.contains(volume))
                .filter(volume -> platform.volume(volume).isPresent());
        return Stream.concat(recorded.stream(), moved).toList();
    }

    /** Of the volumes at the VM that the failover made, those of which it took a snapshot: the VM's first own one has none. */
    private List<String> shown(LastFailover failover, Rollback rollback) {
        Optional<String> vm = failedOverVm.of(rollback).map(found -> found.id());
        return vm.map(platform::volumesOf).orElse(List.of()).stream()
                .map(Volume::id)
                .filter(volume -> snapshots.isOf(failover, volume))
                .toList();
    }
}
