package io.clearover.operation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * All that is needed to run an operation, or to go on with one whose server died.
 *
 * @param steps its plan, in order
 * @param undo what takes the plan's steps back, in the order in which it has to be done; empty for an operation that is
 *     run again instead
 */
public record Course(Operation operation, List<Task> steps, List<Undo> undo) {

    /**
     * A step of the undo.
     *
     * @param after names of steps of the plan: if any of them has begun, this has to be done
     */
    public record Undo(Task task, Set<String> after) {}

    /** What has to be done to take back the steps that have begun. */
    List<Task> undoOf(Collection<String> begun) {
        return undo.stream()
                .filter(each -> !Collections.disjoint(each.after(), begun))
                .map(Undo::task)
                .toList();
    }

    /** Whether it can be stopped: what can't be undone is brought to its end. */
    public boolean canBeCancelled() {
        return !undo.isEmpty();
    }
}
