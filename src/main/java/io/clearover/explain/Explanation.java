package io.clearover.explain;

import io.clearover.explain.catalogue.Category;
import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.Severity;
import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.Facts;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import java.util.List;

/**
 * A failure in words that anyone may read: nothing in it but the evidence stems from the raw error text.
 *
 * @param userMessage what failed, one line without a full stop
 * @param reason why, one or two sentences
 * @param category where the cause lies
 * @param severity how bad it is
 * @param actionableSteps what to do, most helpful first; never empty
 * @param actions what a program can offer to do, in the order in which it has to be done; a rollback that has to come
 *     first stands first; may be empty
 * @param cause the cause's stable slug; {@link #UNRECOGNIZED} if nothing is known; where no cause of the catalogue is
 *     recognized but facts are, a slug made of the condition
 * @param retryable true if the same operation would probably succeed when just run again later
 * @param documentation the path of the cause's section in the documentation; null for what the operator's own file says
 *     in its own words: the documentation knows nothing of it
 * @param side where the fault is; null where the text doesn't tell
 * @param object what it is about; null where the text doesn't tell
 * @param condition what is wrong with it; null where the text doesn't tell
 * @param evidence the part of the raw text that decided on these, without its secrets: for administrators only; null where
 *     nothing is known
 */
public record Explanation(
        String userMessage,
        String reason,
        Category category,
        Severity severity,
        List<String> actionableSteps,
        List<QuickAction> actions,
        String cause,
        boolean retryable,
        String documentation,
        Side side,
        FaultObject object,
        Condition condition,
        String evidence) {

    /** The cause of an explanation that knows no more than the step that failed. */
    public static final String UNRECOGNIZED = Cause.UNRECOGNIZED;

    private static final String OF_FACTS = "fact-";

    private static final String DOCUMENTATION = "/docs/troubleshooting.html#";

    public Explanation {
        actionableSteps = List.copyOf(actionableSteps);
        actions = List.copyOf(actions);
    }

    /** The slug of what is explained from facts alone, such as {@code fact-not-found}. */
    static String causeOf(Facts facts) {
        String condition = facts.condition() == null
                ? "only"
                : facts.condition().jsonName().replace('_', '-');
        return OF_FACTS + condition;
    }

    /** The path of a cause's section in the documentation. */
    static String documentationOf(String cause) {
        return DOCUMENTATION + cause;
    }
}
