package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.FailoverJobs;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.KnownDisks;
import io.clearover.operation.OperationStep;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Volume;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks once more that the VM at the destination has all of its volumes, and notes it again: a rollback goes by its id if
 * somebody gives the VM another display name. The VM's new state is written with the job's end, in one
 * transaction, right after.
 */
@ApplicationScoped
public class ConfirmVmReady implements OperationStep<Failover> {

    private final DestinationPlatform platform;
    private final KnownDisks disks;
    private final FailoverJobs failovers;

    ConfirmVmReady() {
        this(null, null, null);
    }

    @Inject
    public ConfirmVmReady(DestinationPlatform platform, KnownDisks disks, FailoverJobs failovers) {
        this.platform = platform;
        this.disks = disks;
        this.failovers = failovers;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.CONFIRM;
    }

    @Override
    public void run(Failover failover) {
        Set<String> attached = platform.volumesOf(failover.destinationVmId()).stream()
                .map(Volume::id)
                .collect(Collectors.toSet());
        for (Disk disk : disks.recorded(failover)) {
            if (!attached.contains(disk.volumeId())) {
                throw new StepFailure(
                        "volume %s is not attached to VM %s".formatted(disk.volumeId(), failover.destinationVmId()));
            }
        }
        failovers.noteVm(failover.jobId(), failover.externalJobId(), failover.destinationVmId());
    }
}
