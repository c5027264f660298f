package io.clearover.failover;

import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.job.FailoverType;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.Operation;
import io.clearover.operation.OperationStep;
import io.clearover.rollback.FailoverUndo;
import io.clearover.rollback.RollbackPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks at the start that no step of our operations is missing or there twice: in the catalogue, the plans and the undo. */
@ApplicationScoped
public class StepCheck {

    private final StepCatalogue catalogue;
    private final FailoverPlan failover;
    private final RollbackPlan rollback;
    private final FailoverUndo undo;

    StepCheck() {
        this(null, null, null, null);
    }

    @Inject
    public StepCheck(StepCatalogue catalogue, FailoverPlan failover, RollbackPlan rollback, FailoverUndo undo) {
        this.catalogue = catalogue;
        this.failover = failover;
        this.rollback = rollback;
        this.undo = undo;
    }

    /**
     * Names as they are looked up at run time.
     *
     * @param rawName in {@code job_steps.name}
     * @param slug of the catalogue's entry
     */
    record StepNames(String rawName, String slug) {}

    /** @throws IllegalStateException naming the first step that doesn't fit */
    public void run() {
        requireNames(
                catalogue,
                Arrays.stream(StepAndUndo.values())
                        .map(step -> new StepNames(step.rawName(), step.slug()))
                        .toList());
        requirePlans(steps(failover.steps()), steps(rollback.steps(FailoverType.LIVE)), undo.steps());
    }

    private static List<StepAndUndo> steps(List<? extends OperationStep<? extends Operation>> plan) {
        return plan.stream().map(step -> step.step()).toList();
    }

    /** Each name is in the catalogue, under its slug, and no name or slug is there twice. */
    static void requireNames(StepCatalogue catalogue, List<StepNames> steps) {
        for (StepNames step : steps) {
            require(
                    catalogue.of(step.rawName()).slug().equals(step.slug()),
                    step.rawName(),
                    "is not in the catalogue as " + step.slug());
        }
        requireOnce(steps.stream().map(StepNames::rawName).toList(), "the table");
        requireOnce(steps.stream().map(StepNames::slug).toList(), "the table");
    }

    /** Each step is in a plan, once, and each that must be taken back can be. */
    static void requirePlans(List<StepAndUndo> failover, List<StepAndUndo> rollback, List<StepAndUndo> undo) {
        requireOnce(failover, "the plan of failovers");
        requireOnce(rollback, "the plan of rollbacks");
        requireOnce(undo, "the undo of failovers");
        failover.forEach(step -> step.undoneBy()
                .forEach(needed ->
                        require(undo.contains(needed), step, "is undone by " + needed + ", which is missing")));
        Set<StepAndUndo> all = new HashSet<>();
        Stream.of(failover, rollback, undo).forEach(all::addAll);
        Arrays.stream(StepAndUndo.values()).forEach(step -> require(all.contains(step), step, "is in no plan"));
    }

    private static void requireOnce(Collection<?> steps, String where) {
        Set<Object> seen = new HashSet<>();
        steps.forEach(step -> require(seen.add(step), step, "is twice in " + where));
    }

    private static void require(boolean fits, Object step, String otherwise) {
        if (!fits) {
            throw new IllegalStateException("step %s %s".formatted(step, otherwise));
        }
    }
}
