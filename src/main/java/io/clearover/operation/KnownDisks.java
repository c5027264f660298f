package io.clearover.operation;

import io.clearover.job.JobStore;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The disks that an operation moves. Which they are, and their order, is read once and noted with its job; the rows tell only
 * what is noted of each. Thread-safe.
 */
@ApplicationScoped
public class KnownDisks {

    private final Disks disks;
    private final JobStore store;

    KnownDisks() {
        this(null, null);
    }

    @Inject
    public KnownDisks(Disks disks, JobStore store) {
        this.disks = disks;
        this.store = store;
    }

    /**
     * The VM's disks as they were when the operation first asked, the one with the operating system first; empty if nothing was
     * replicated.
     *
     * @throws StepFailure if one of them is not recorded as this VM's any more
     */
    public List<Disk> recorded(Operation operation) {
        List<Disk> now = disks.of(operation.vm().contextId());
        List<String> recorded = volumes(now);
        List<String> known =
                store.volumes(operation.jobId()).orElseGet(() -> store.noteVolumes(operation.jobId(), recorded));
        if (!recorded.containsAll(known)) {
            throw new StepFailure(
                    "the record of the volumes of VM %s was overwritten by another program: known %s, recorded %s"
                            .formatted(operation.vm().name(), known, recorded));
        }
        return now.stream()
                .filter(disk -> known.contains(disk.volumeId()))
                .sorted((one, other) -> known.indexOf(one.volumeId()) - known.indexOf(other.volumeId()))
                .toList();
    }

    /** Ids of the disks' volumes. */
    public static List<String> volumes(List<Disk> disks) {
        return disks.stream().map(Disk::volumeId).toList();
    }
}
