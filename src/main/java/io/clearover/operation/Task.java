package io.clearover.operation;

import java.util.function.BooleanSupplier;

/** A step bound to the operation that it belongs to. */
public final class Task {

    private final String name;
    private final BooleanSupplier applies;
    private final Runnable work;

    private Task(String name, BooleanSupplier applies, Runnable work) {
        this.name = name;
        this.applies = applies;
        this.work = work;
    }

    public static <O extends Operation> Task of(Step<? super O> step, O operation) {
        return new Task(step.name(), () -> step.appliesTo(operation), () -> step.run(operation));
    }

    /** As {@link Step#name}. */
    public String name() {
        return name;
    }

    boolean applies() {
        return applies.getAsBoolean();
    }

    void run() {
        work.run();
    }
}
