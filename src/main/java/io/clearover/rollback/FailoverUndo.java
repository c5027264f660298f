package io.clearover.rollback;

import io.clearover.job.FailoverType;
import io.clearover.job.Job;
import io.clearover.job.RecordedJob;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.BoundStep;
import io.clearover.operation.OperationPlan.Undo;
import io.clearover.operation.OperationStep;
import io.clearover.rollback.step.EndFinalSync;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rollback's steps as the undo of a failover: each only if there is something that it takes back. The source VM is switched
 * on whatever else failed, unless the VM at the destination may run: the same VM must not run twice.
 */
@ApplicationScoped
public class FailoverUndo {

    private final RollbackPlan plan;
    private final EndFinalSync endFinalSync;

    FailoverUndo() {
        this(null, null);
    }

    @Inject
    public FailoverUndo(RollbackPlan plan, EndFinalSync endFinalSync) {
        this.plan = plan;
        this.endFinalSync = endFinalSync;
    }

    /** All steps that may take a failover back, in their order. */
    public List<StepAndUndo> steps() {
        return all().map(OperationStep::step).toList();
    }

    /** What takes a failover back. */
    public List<Undo> of(Job failover, Vm vm) {
        Rollback rollback = Rollback.of(failover, vm, true);
        return all().flatMap(step -> undo(step, rollback)).toList();
    }

    /** The end of the final sync comes last: the source VM need not be off for it. */
    private Stream<OperationStep<Rollback>> all() {
        return Stream.concat(plan.steps(FailoverType.LIVE).stream(), Stream.of(endFinalSync))
                .filter(step -> !step.step().undoes().isEmpty());
    }

    private static Stream<Undo> undo(OperationStep<Rollback> step, Rollback rollback) {
        return step.step() == StepAndUndo.POWER_ON_SOURCE
                ? powerOn(step, rollback)
                : Stream.of(new Undo(BoundStep.of(step, rollback), needs(step.step()), recorded -> false));
    }

    private static Predicate<RecordedJob> needs(StepAndUndo undo) {
        return recorded -> undo.undoes().stream()
                .anyMatch(undo == StepAndUndo.END_FINAL_SYNC ? recorded::hasLeft : recorded::hasRun);
    }

    /** One of the two, as the source VM has been seen to be off or not. */
    private static Stream<Undo> powerOn(OperationStep<Rollback> step, Rollback rollback) {
        Predicate<RecordedJob> needed = RecordedJob::hasSwitchedSourceOff;
        Predicate<RecordedJob> seenOff = recorded -> recorded.hasCompleted(StepAndUndo.POWER_OFF_SOURCE);
        Predicate<RecordedJob> alone = recorded -> !recorded.hasRun(StepAndUndo.START_VM);
        return Stream.of(
                new Undo(BoundStep.of(step, rollback), needed.and(seenOff), alone),
                new Undo(BoundStep.of(step, rollback.ofOneThatMayShutDown()), needed.and(seenOff.negate()), alone));
    }
}
