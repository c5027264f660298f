package io.clearover.rollback.step;

import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.platform.DestinationPlatform;
import io.clearover.rollback.Rollback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Stops the VM at the destination at once: its changes are thrown away anyhow. */
@ApplicationScoped
public class ShutDownVm implements OperationStep<Rollback> {

    /** Others, such as Stopped or Error, have nothing to stop, and the platform refuses to. */
    private static final Set<String> UP = Set.of("Starting", "Running", "Stopping");

    private final DestinationPlatform platform;
    private final FailedOverVm failedOverVm;

    ShutDownVm() {
        this(null, null);
    }

    @Inject
    public ShutDownVm(DestinationPlatform platform, FailedOverVm failedOverVm) {
        this.platform = platform;
        this.failedOverVm = failedOverVm;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.SHUT_DOWN_VM;
    }

    @Override
    public void run(Rollback rollback) {
        failedOverVm.of(rollback).filter(vm -> UP.contains(vm.state())).ifPresent(vm -> platform.stopVm(vm.id(), true));
    }
}
