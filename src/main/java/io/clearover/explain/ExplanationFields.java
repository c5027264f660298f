package io.clearover.explain;

import io.clearover.explain.catalogue.Category;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.Severity;
import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An explanation in the form that answers and documents carry: texts, or nulls, no steps and no actions where nothing
 * failed.
 *
 * @param message what failed
 * @param reason why
 * @param category a {@link Category}'s name
 * @param severity a {@link Severity}'s name
 * @param actionableSteps what to do; never null
 * @param actions names of {@link QuickAction}s, in the order in which they have to be done; never null
 * @param retryable whether the same operation would probably succeed when just run again later
 * @param cause the cause's slug
 * @param documentation the path of the cause's section in the documentation
 * @param side where the fault is, a {@link Side}'s name
 * @param object what it is about, a {@link FaultObject}'s name
 * @param condition what is wrong with it, a {@link Condition}'s name
 * @param evidence the part of the raw error that decided on these, without its secrets; for admins alone
 */
public record ExplanationFields(
        String message,
        String reason,
        String category,
        String severity,
        List<String> actionableSteps,
        List<String> actions,
        Boolean retryable,
        String cause,
        String documentation,
        String side,
        String object,
        String condition,
        String evidence) {

    private static final ExplanationFields NOTHING = new ExplanationFields(
            null, null, null, null, List.of(), List.of(), null, null, null, null, null, null, null);

    public static ExplanationFields of(Optional<Explanation> explanation) {
        return explanation.map(ExplanationFields::of).orElse(NOTHING);
    }

    private static ExplanationFields of(Explanation explanation) {
        return new ExplanationFields(
                explanation.userMessage(),
                explanation.reason(),
                explanation.category().jsonName(),
                explanation.severity().jsonName(),
                explanation.actionableSteps(),
                explanation.actions().stream().map(QuickAction::jsonName).toList(),
                explanation.retryable(),
                explanation.cause(),
                explanation.documentation(),
                name(explanation.side()),
                name(explanation.object()),
                name(explanation.condition()),
                explanation.evidence());
    }

    private static String name(Enum<?> fact) {
        return fact == null ? null : fact.name().toLowerCase(Locale.ROOT);
    }
}
