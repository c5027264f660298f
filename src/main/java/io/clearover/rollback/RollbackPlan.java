package io.clearover.rollback;

import io.clearover.operation.Step;
import io.clearover.rollback.step.ConfirmReplicationReady;
import io.clearover.rollback.step.DeleteTestVm;
import io.clearover.rollback.step.DetachVolumes;
import io.clearover.rollback.step.ReattachVolumes;
import io.clearover.rollback.step.RevertSnapshots;
import io.clearover.rollback.step.ShutDownTestVm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The steps of a rollback in their order; always these six. */
@ApplicationScoped
public class RollbackPlan {

    private final List<Step<Rollback>> steps;

    RollbackPlan() {
        this.steps = List.of();
    }

    @Inject
    public RollbackPlan(
            ShutDownTestVm shutDownTestVm,
            DetachVolumes detachVolumes,
            RevertSnapshots revertSnapshots,
            ReattachVolumes reattachVolumes,
            DeleteTestVm deleteTestVm,
            ConfirmReplicationReady confirmReplicationReady) {
        this.steps = List.of(
                shutDownTestVm, detachVolumes, revertSnapshots, reattachVolumes, deleteTestVm, confirmReplicationReady);
    }

    public List<Step<Rollback>> steps() {
        return steps;
    }

    /** Names of the steps, as the job's metadata keeps them. */
    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }
}
