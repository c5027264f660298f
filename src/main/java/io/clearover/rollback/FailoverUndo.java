package io.clearover.rollback;

import io.clearover.job.FailoverType;
import io.clearover.job.Job;
import io.clearover.job.RecordedJob;
import io.clearover.operation.BoundStep;
import io.clearover.operation.OperationPlan.Undo;
import io.clearover.operation.OperationStep;
import io.clearover.rollback.step.EndFinalSync;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rollback's steps as the undo of a failover: each only if there is something that it takes back. The source VM is switched
 * on whatever else failed, unless the VM at the destination may run: the same VM must not run twice.
 */
@ApplicationScoped
public class FailoverUndo {

    private static final String SNAPSHOTS = "multi-volume-snapshot-creation";

    private static final String POWER_ON = "source-vm-power-on";

    private static final Predicate<RecordedJob> STARTED = begun("vm-startup-and-validation");

    private static final Map<String, Predicate<RecordedJob>> NEEDED = Map.of(
            "test-vm-shutdown",
            STARTED,
            "volume-detachment",
            begun(SNAPSHOTS),
            "cloudstack-snapshot-rollback",
            begun(SNAPSHOTS),
            "volume-reattachment-to-oma",
            begun(SNAPSHOTS),
            "test-vm-deletion",
            begun("vm-creation"));

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

    private static Predicate<RecordedJob> begun(String step) {
        return recorded -> recorded.stepsRun().contains(step);
    }

    /** What takes a failover back. */
    public List<Undo> of(Job failover, Vm vm) {
        Rollback rollback = Rollback.of(failover, vm, true);
        Stream<Undo> steps = plan.steps(FailoverType.LIVE).stream()
                .flatMap(step -> step.name().equals(POWER_ON)
                        ? powerOn(step, rollback)
                        : Stream.ofNullable(NEEDED.get(step.name()))
                                .map(needed -> new Undo(BoundStep.of(step, rollback), needed, never -> false)));
        return Stream.concat(steps, Stream.of(awaitSync(rollback))).toList();
    }

    /** Comes last: the source VM need not be off for it. */
    private Undo awaitSync(Rollback rollback) {
        return new Undo(
                BoundStep.of(endFinalSync, rollback), recorded -> recorded.hasLeft("final-sync"), never -> false);
    }

    /** One of the two, as the source VM has been seen to be off or not. */
    private static Stream<Undo> powerOn(OperationStep<Rollback> step, Rollback rollback) {
        Predicate<RecordedJob> needed = RecordedJob::hasSwitchedSourceOff;
        Predicate<RecordedJob> seenOff = recorded -> recorded.hasCompleted("source-vm-power-off");
        Predicate<RecordedJob> alone = STARTED.negate();
        return Stream.of(
                new Undo(BoundStep.of(step, rollback), needed.and(seenOff), alone),
                new Undo(BoundStep.of(step, rollback.ofOneThatMayShutDown()), needed.and(seenOff.negate()), alone));
    }
}
