package io.clearover.operation;

import java.util.function.BooleanSupplier;

/** A step bound to the operation that it belongs to. */
public final class BoundStep {

    private final String name;
    private final BooleanSupplier applies;
    private final Runnable work;
    private final BooleanSupplier holds;
    private final boolean canBeRunAgain;

    private BoundStep(
            String name, BooleanSupplier applies, Runnable work, BooleanSupplier holds, boolean canBeRunAgain) {
        this.name = name;
        this.applies = applies;
        this.work = work;
        this.holds = holds;
        this.canBeRunAgain = canBeRunAgain;
    }

    public static <O extends Operation> BoundStep of(OperationStep<? super O> step, O operation) {
        return new BoundStep(
                step.step().rawName(),
                () -> step.appliesTo(operation),
                () -> step.run(operation),
                () -> step.holds(operation),
                step.canBeRunAgain());
    }

    /** As {@link io.clearover.job.StepAndUndo#rawName}. */
    public String name() {
        return name;
    }

    boolean applies() {
        return applies.getAsBoolean();
    }

    void run() {
        work.run();
    }

    /** As {@link OperationStep#holds}. */
    boolean holds() {
        return holds.getAsBoolean();
    }

    /** As {@link OperationStep#canBeRunAgain}. */
    boolean canBeRunAgain() {
        return canBeRunAgain;
    }
}
