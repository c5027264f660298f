package io.clearover.explain.rest;

import io.clearover.explain.Explainer;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.explain.matching.CauseRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Explains errors that an admin tries. Thread-safe. */
@ApplicationScoped
public class ExplanationPresenter {

    private final Explainer explainer;
    private final StepCatalogue steps;

    ExplanationPresenter() {
        this(null, null);
    }

    @Inject
    public ExplanationPresenter(Explainer explainer, StepCatalogue steps) {
        this.explainer = explainer;
        this.steps = steps;
    }

    /** What everybody would be told, and which rule says so. */
    ExplainResponse of(ExplainRequest request, Locale language) {
        ExplanationFields why = ExplanationFields.of(
                Optional.of(explainer.explain(request.step(), request.operation(), request.error(), language)));
        return new ExplainResponse(
                why.message(),
                why.reason(),
                why.category(),
                why.severity(),
                why.actionableSteps(),
                why.actions(),
                why.retryable(),
                why.cause(),
                why.documentation(),
                why.side(),
                why.object(),
                why.condition(),
                why.evidence(),
                explainer
                        .match(request.step(), request.error())
                        .map(CauseRule::name)
                        .orElse(null),
                request.step() == null
                        ? null
                        : steps.of(request.step(), language).displayName());
    }
}
