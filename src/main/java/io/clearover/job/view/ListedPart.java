package io.clearover.job.view;

import java.util.List;

/**
 * The next rows of one table of a list, in its order.
 *
 * @param isAll whether there are no more
 */
record ListedPart<R>(List<R> rows, boolean isAll) {

    /** A table of which nothing is wanted. */
    static <R> ListedPart<R> none() {
        return new ListedPart<>(List.of(), true);
    }
}
