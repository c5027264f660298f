package io.clearover.explain;

import java.util.List;
import java.util.Optional;

/**
 * An explanation in the form that answers and documents carry: texts, or nulls and no steps where nothing failed.
 *
 * @param message what failed
 * @param reason why
 * @param category a {@link Category}'s name
 * @param severity a {@link Severity}'s name
 * @param actionableSteps what to do; never null
 */
public record ExplanationFields(
        String message, String reason, String category, String severity, List<String> actionableSteps) {

    private static final ExplanationFields NOTHING = new ExplanationFields(null, null, null, null, List.of());

    public static ExplanationFields of(Optional<Explanation> explanation) {
        return explanation.map(ExplanationFields::of).orElse(NOTHING);
    }

    private static ExplanationFields of(Explanation explanation) {
        return new ExplanationFields(
                explanation.userMessage(),
                explanation.reason(),
                explanation.category().jsonName(),
                explanation.severity().jsonName(),
                explanation.actionableSteps());
    }
}
