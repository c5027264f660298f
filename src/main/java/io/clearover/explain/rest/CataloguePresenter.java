package io.clearover.explain.rest;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.explain.catalogue.StepInfo;
import io.clearover.explain.rest.CatalogueView.CauseView;
import io.clearover.explain.rest.CatalogueView.StepView;
import io.clearover.explain.rest.CatalogueView.TypicalSeconds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The catalogue for readers, without its patterns. Thread-safe. */
@ApplicationScoped
public class CataloguePresenter {

    private final Explainer explainer;
    private final StepCatalogue steps;

    CataloguePresenter() {
        this(null, null);
    }

    @Inject
    public CataloguePresenter(Explainer explainer, StepCatalogue steps) {
        this.explainer = explainer;
        this.steps = steps;
    }

    /**
     * All causes, the operator's own too, and all steps.
     *
     * @param admin whether the reader may see technical names
     */
    CatalogueView all(boolean admin, Locale language) {
        return new CatalogueView(
                explainer.known(language).stream()
                        .map(CataloguePresenter::view)
                        .sorted(Comparator.comparing(CauseView::category).thenComparing(CauseView::cause))
                        .toList(),
                steps.known(language).stream().map(names -> view(names, admin)).toList());
    }

    private static CauseView view(Explanation why) {
        return new CauseView(
                why.cause(),
                why.category().jsonName(),
                why.severity().jsonName(),
                why.userMessage(),
                why.reason(),
                why.actionableSteps(),
                why.retryable(),
                why.documentation());
    }

    private static StepView view(List<StepInfo> names, boolean admin) {
        StepInfo step = names.get(0);
        return new StepView(
                step.slug(),
                step.displayName(),
                step.category().jsonName(),
                step.description(),
                step.typicalDuration().map(TypicalSeconds::of).orElse(null),
                admin ? names.stream().map(StepInfo::name).toList() : null);
    }
}
