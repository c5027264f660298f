package io.clearover.operation;

/**
 * Where an operation goes on.
 *
 * @param next index of the step to run next
 * @param outcome how it ended already, if what is left is only to undo and to record it; null otherwise
 */
record StartPoint(int next, Outcome outcome) {

    static StartPoint at(int next) {
        return new StartPoint(next, null);
    }

    static StartPoint ended(Outcome outcome) {
        return new StartPoint(0, outcome);
    }
}
