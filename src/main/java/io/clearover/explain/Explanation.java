package io.clearover.explain;

import java.util.List;

/**
 * A failure in words that anyone may read: nothing in it stems from the raw error text.
 *
 * @param userMessage what failed, one line without a full stop
 * @param reason why, one or two sentences
 * @param category where the cause lies
 * @param severity how bad it is
 * @param actionableSteps what to do, most helpful first; never empty
 * @param cause the cause's stable slug; {@link #UNRECOGNIZED} if nothing in the catalogue matched
 * @param retryable true if the same operation would probably succeed when just run again later
 */
public record Explanation(
        String userMessage,
        String reason,
        Category category,
        Severity severity,
        List<String> actionableSteps,
        String cause,
        boolean retryable) {

    /** The cause of an explanation that knows no more than the step that failed. */
    public static final String UNRECOGNIZED = "unrecognized";

    public Explanation {
        actionableSteps = List.copyOf(actionableSteps);
    }
}
