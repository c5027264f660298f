package io.clearover.rollback.step;

import io.clearover.job.StepAndUndo;
import io.clearover.operation.KnownDisks;
import io.clearover.operation.OperationStep;
import io.clearover.operation.ReplacedVolume;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.Volume;
import io.clearover.rollback.Rollback;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Removes the VM at the destination for good, but never while it holds a replicated volume of any VM, which would go with it. */
@ApplicationScoped
public class DeleteVm implements OperationStep<Rollback> {

    private final DestinationPlatform platform;
    private final ReturnedDisks returned;
    private final Disks disks;
    private final FailedOverVm failedOverVm;
    private final ReplacedVolume replacedVolume;

    DeleteVm() {
        this(null, null, null, null, null);
    }

    @Inject
    public DeleteVm(
            DestinationPlatform platform,
            ReturnedDisks returned,
            Disks disks,
            FailedOverVm failedOverVm,
            ReplacedVolume replacedVolume) {
        this.platform = platform;
        this.returned = returned;
        this.disks = disks;
        this.failedOverVm = failedOverVm;
        this.replacedVolume = replacedVolume;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.DELETE_VM;
    }

    @Override
    public void run(Rollback rollback) {
        failedOverVm.of(rollback).ifPresent(vm -> delete(vm, KnownDisks.volumes(returned.of(rollback))));
        replacedVolume.remove(rollback.vm().contextId());
    }

    private void delete(DestinationVm vm, List<String> returning) {
        platform.volumesOf(vm.id()).stream()
                .map(Volume::id)
                .filter(volume -> returning.contains(volume) || disks.isReplicated(volume))
                .findFirst()
                .ifPresent(id -> {
                    throw new StepFailure(
                            "test VM deletion refused: volume %s is still attached to VM %s".formatted(id, vm.id()));
                });
        platform.deleteVm(vm.id());
    }
}
