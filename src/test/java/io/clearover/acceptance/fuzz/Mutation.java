package io.clearover.acceptance.fuzz;

import java.util.function.Consumer;

/**
 * One way to break a request.
 *
 * @param name as findings call it
 * @param ofBodies whether it makes no sense for a target that takes no body
 */
record Mutation(String name, boolean ofBodies, Change change) {

    /** A request as the description wants it. */
    static final Mutation NONE = new Mutation("as described", (draft, dice) -> {});

    Mutation(String name, Change change) {
        this(name, false, change);
    }

    /** What is done to the request. */
    @FunctionalInterface
    interface Change {
        void on(Draft draft, Dice dice);
    }

    /** One that leaves nothing to chance. */
    static Mutation of(String name, Consumer<Draft> change) {
        return new Mutation(name, (draft, dice) -> change.accept(draft));
    }

    boolean isFor(Target target) {
        return !ofBodies || !target.examples().isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
