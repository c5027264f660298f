package io.clearover.operation;

import io.clearover.job.ExternalJobId;
import io.clearover.job.Job;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.StepAndUndo;
import io.clearover.platform.CallPermit;
import io.clearover.vm.Vm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A plan of three steps and what undoes two of them, which do what a test says. Thread-safe. */
final class ScriptedPlans {

    private static final List<StepAndUndo> STEPS =
            List.of(StepAndUndo.VALIDATE, StepAndUndo.CREATE_VM, StepAndUndo.START_VM);

    private final Map<String, Consumer<Operation>> scripts = new ConcurrentHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Set<String> unrepeatable = ConcurrentHashMap.newKeySet();
    private final List<String> done = new CopyOnWriteArrayList<>();

    /** The steps' names in the database. */
    static List<String> names() {
        return STEPS.stream().map(StepAndUndo::rawName).toList();
    }

    /** From now on, a step does this and is then done. */
    void script(String step, Consumer<Operation> what) {
        scripts.put(step, what);
    }

    /** From now on, what a step did doesn't hold any more. */
    void isGone(String step) {
        gone.add(step);
    }

    /** From now on, a step can't be run again after its server died in it. */
    void canNotBeRunAgain(String step) {
        unrepeatable.add(step);
    }

    /** What was done by any node, in order, as {@code step@vm}. */
    List<String> done() {
        return done;
    }

    /** The plans as a node runs them. */
    OperationFactory on(Supplier<CallPermit> permit) {
        return new Plans(permit);
    }

    private record Scripted(JobId jobId, ExternalJobId externalJobId, Vm vm) implements Operation {}

    private final class Plans implements OperationFactory {

        private final Supplier<CallPermit> permit;

        Plans(Supplier<CallPermit> permit) {
            this.permit = permit;
        }

        @Override
        public boolean runs(JobKind kind) {
            return true;
        }

        @Override
        public OperationPlan plan(Job job, Vm vm) {
            Operation operation = new Scripted(job.id(), new ExternalJobId(job.externalJobId()), vm);
            return new OperationPlan(
                    operation,
                    job.record(names()),
                    STEPS.stream().map(step -> bound(step, operation)).toList(),
                    job.kind().isFailover()
                            ? List.of(undo(StepAndUndo.START_VM, operation), undo(StepAndUndo.CREATE_VM, operation))
                            : List.of());
        }

        private OperationPlan.Undo undo(StepAndUndo step, Operation operation) {
            return new OperationPlan.Undo(
                    bound(step.undoneBy().get(0), operation),
                    recorded -> recorded.stepsRun().contains(step.rawName()),
                    recorded -> false);
        }

        private BoundStep bound(StepAndUndo step, Operation operation) {
            return BoundStep.of(new ScriptedStep(step, permit), operation);
        }
    }

    /** Changes something outside, but for the first one, which only looks. */
    private final class ScriptedStep implements OperationStep<Operation> {

        private final StepAndUndo step;
        private final Supplier<CallPermit> permit;

        ScriptedStep(StepAndUndo step, Supplier<CallPermit> permit) {
            this.step = step;
            this.permit = permit;
        }

        @Override
        public StepAndUndo step() {
            return step;
        }

        @Override
        public void run(Operation operation) {
            if (step != StepAndUndo.VALIDATE) {
                permit.get().beforeChange();
            }
            scripts.getOrDefault(step.rawName(), nothing -> {}).accept(operation);
            done.add(step.rawName() + "@" + operation.vm().name());
        }

        @Override
        public boolean holds(Operation operation) {
            return !gone.contains(step.rawName());
        }

        @Override
        public boolean canBeRunAgain() {
            return !unrepeatable.contains(step.rawName());
        }
    }
}
