package io.clearover.operation;

/**
 * Where an operation goes on.
 *
 * @param next index of the step to run next
 * @param outcome how it ended already, if what is left is only to undo and to record it; null otherwise
 */
record Position(int next, Outcome outcome) {

    static Position at(int next) {
        return new Position(next, null);
    }

    static Position ended(Outcome outcome) {
        return new Position(0, outcome);
    }
}
