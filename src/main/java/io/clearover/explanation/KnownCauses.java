package io.clearover.explanation;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.StepCatalogue;
import io.clearover.explain.StepInfo;
import io.clearover.explanation.CatalogueData.CauseEntry;
import io.clearover.explanation.CatalogueView.CauseView;
import io.clearover.explanation.CatalogueView.StepView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The catalogue for readers, without its patterns: each cause is told as the explainer tells it of one of the cause's own
 * examples, so the words are those of every failure. Thread-safe.
 */
@ApplicationScoped
public class KnownCauses {

    private static final List<CauseEntry> CAUSES = CatalogueData.causes();
    private static final List<CatalogueData.StepEntry> STEPS = CatalogueData.steps();

    private final Explainer explainer;
    private final StepCatalogue steps;

    KnownCauses() {
        this(null, null);
    }

    @Inject
    public KnownCauses(Explainer explainer, StepCatalogue steps) {
        this.explainer = explainer;
        this.steps = steps;
    }

    /** @param admin whether the reader may see technical names */
    CatalogueView all(boolean admin) {
        List<CauseView> causes = CAUSES.stream()
                .flatMap(cause -> explained(cause).stream())
                .map(KnownCauses::view)
                .sorted(Comparator.comparing(CauseView::category).thenComparing(CauseView::cause))
                .toList();
        return new CatalogueView(
                causes, STEPS.stream().map(step -> view(step.names(), admin)).toList());
    }

    /** In the words for no step in particular, unless the cause belongs to a step. */
    private Optional<Explanation> explained(CauseEntry cause) {
        return Stream.concat(
                        cause.examples().stream().map(example -> explainer.explain(null, null, example.error())),
                        cause.examples().stream()
                                .map(example -> explainer.explain(example.step(), null, example.error())))
                .filter(explanation -> explanation.cause().equals(cause.id()))
                .findFirst();
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

    private StepView view(List<String> names, boolean admin) {
        StepInfo step = steps.of(names.get(0));
        return new StepView(
                step.slug(), step.displayName(), step.category().jsonName(), step.description(), admin ? names : null);
    }
}
