package io.clearover.acceptance.fuzz;

import java.util.function.Consumer;

/**
 * One way to break a request.
 *
 * @param name as findings call it
 */
record Mutation(String name, Change change) {

    /** A request as the description wants it. */
    static final Mutation NONE = new Mutation("as described", (draft, dice) -> {});

    /** What is done to the request. */
    @FunctionalInterface
    interface Change {
        void on(Draft draft, Dice dice);
    }

    /** One that leaves nothing to chance. */
    static Mutation of(String name, Consumer<Draft> change) {
        return new Mutation(name, (draft, dice) -> change.accept(draft));
    }

    @Override
    public String toString() {
        return name;
    }
}
