package io.clearover.explain.matching;

/** Where a literal occurs in a text: the last few places, as a text made to be bad may hold it any number of times. */
final class LastOccurrences {
    private static final int MOST = 6;

    private final int[] starts = new int[MOST];
    private int count;

    void add(int start) {
        starts[count++ % MOST] = start;
    }

    /** How many places are known. */
    int size() {
        return Math.min(count, MOST);
    }

    /** The index at which the literal starts, counted from the end of the text: 0 for its last place. */
    int fromLast(int number) {
        return starts[(count - 1 - number) % MOST];
    }
}
