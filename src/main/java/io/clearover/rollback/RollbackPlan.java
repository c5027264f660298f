package io.clearover.rollback;

import io.clearover.job.FailoverType;
import io.clearover.operation.OperationStep;
import io.clearover.rollback.step.ConfirmReplicationReady;
import io.clearover.rollback.step.DeleteVm;
import io.clearover.rollback.step.DetachVolumes;
import io.clearover.rollback.step.PowerOnSource;
import io.clearover.rollback.step.ReattachVolumes;
import io.clearover.rollback.step.RevertSnapshots;
import io.clearover.rollback.step.ShutDownVm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The steps of a rollback in their order; six after a test failover, one more after a live one: the source's power. */
@ApplicationScoped
public class RollbackPlan {

    private final List<OperationStep<Rollback>> afterTest;
    private final List<OperationStep<Rollback>> afterLive;

    RollbackPlan() {
        this.afterTest = List.of();
        this.afterLive = List.of();
    }

    @Inject
    public RollbackPlan(
            ShutDownVm shutDown,
            DetachVolumes detach,
            RevertSnapshots revert,
            ReattachVolumes reattach,
            DeleteVm delete,
            PowerOnSource powerOn,
            ConfirmReplicationReady confirm) {
        this.afterTest = List.of(shutDown, detach, revert, reattach, delete, confirm);
        this.afterLive = List.of(shutDown, detach, revert, reattach, delete, powerOn, confirm);
    }

    /** @param type of the failover that is rolled back */
    public List<OperationStep<Rollback>> steps(FailoverType type) {
        return type == FailoverType.LIVE ? afterLive : afterTest;
    }

    /** Names of the steps, as the job's metadata keeps them. */
    public List<String> names(FailoverType type) {
        return steps(type).stream().map(step -> step.step().rawName()).toList();
    }
}
