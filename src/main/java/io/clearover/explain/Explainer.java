package io.clearover.explain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Explains a failure: the root cause in the raw text says why, the step says what failed. What matches nothing gets the
 * step's generic answer. Takes time linear in the text. Thread-safe.
 */
@ApplicationScoped
public class Explainer {
    private final Catalogue catalogue;
    private final StepCatalogue steps;
    private final CauseFinder finder;

    Explainer() {
        this.catalogue = null;
        this.steps = null;
        this.finder = null;
    }

    @Inject
    public Explainer(Catalogue catalogue, StepCatalogue steps) {
        this.catalogue = catalogue;
        this.steps = steps;
        this.finder = new CauseFinder(catalogue.causes());
    }

    /**
     * Never null, and never with anything from the raw text.
     *
     * @param stepName the technical name of the step that failed, null if it failed outside any step
     * @param operation null if not known
     * @param rawError the technical text, null if there is none
     */
    public Explanation explain(String stepName, OperationType operation, String rawError) {
        StepKind kind = catalogue.kind(steps.kindOf(stepName));
        Wording wording = new Wording(catalogue.texts(), kind, operation);
        Optional<Cause> cause = finder.find(rawError, kind.id()).map(Rule::cause);
        return cause.map(found -> explained(found, wording)).orElseGet(() -> generic(kind, wording));
    }

    private static Explanation explained(Cause cause, Wording wording) {
        return new Explanation(
                wording.message(cause),
                wording.reason(cause),
                cause.category(),
                cause.severity(),
                wording.actions(cause),
                wording.offers(cause),
                cause.id(),
                cause.retryable(),
                Explanation.documentationOf(cause.id()));
    }

    private static Explanation generic(StepKind kind, Wording wording) {
        return new Explanation(
                wording.failed(),
                wording.genericReason(),
                kind.category(),
                Severity.ERROR,
                wording.genericActions(),
                wording.genericOffers(),
                Explanation.UNRECOGNIZED,
                false,
                Explanation.documentationOf(Explanation.UNRECOGNIZED));
    }
}
