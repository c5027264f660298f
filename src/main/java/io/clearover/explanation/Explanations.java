package io.clearover.explanation;

import io.clearover.explain.Action;
import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.RuleMatch;
import io.clearover.explain.StepCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Explains errors that an admin tries. Thread-safe. */
@ApplicationScoped
public class Explanations {

    private final Explainer explainer;
    private final StepCatalogue steps;

    Explanations() {
        this(null, null);
    }

    @Inject
    public Explanations(Explainer explainer, StepCatalogue steps) {
        this.explainer = explainer;
        this.steps = steps;
    }

    /** What everybody would be told, and which rule says so. */
    Explained of(Question question, Locale language) {
        Explanation why = explainer.explain(question.step(), question.operation(), question.error(), language);
        return new Explained(
                why.userMessage(),
                why.reason(),
                why.category().jsonName(),
                why.severity().jsonName(),
                why.actionableSteps(),
                why.actions().stream().map(Action::jsonName).toList(),
                why.retryable(),
                why.cause(),
                why.documentation(),
                explainer
                        .match(question.step(), question.error())
                        .map(RuleMatch::rule)
                        .orElse(null),
                question.step() == null
                        ? null
                        : steps.of(question.step(), language).displayName());
    }
}
