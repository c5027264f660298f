package io.clearover.explain;

import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.MessageBundle;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.Severity;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.explain.catalogue.StepKind;
import io.clearover.explain.matching.CauseFinder;
import io.clearover.explain.matching.CauseRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
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
        this.finder = new CauseFinder(catalogue.rules());
    }

    /** In English, where nothing is left; otherwise as {@link #explain(String, OperationType, String, RollbackNeed, Locale)}. */
    public Explanation explain(String stepName, OperationType operation, String rawError) {
        return explain(stepName, operation, rawError, RollbackNeed.NONE, Locale.ENGLISH);
    }

    /** Where nothing is left; otherwise as {@link #explain(String, OperationType, String, RollbackNeed, Locale)}. */
    public Explanation explain(String stepName, OperationType operation, String rawError, Locale locale) {
        return explain(stepName, operation, rawError, RollbackNeed.NONE, locale);
    }

    /**
     * Never null, and never with anything from the raw text.
     *
     * @param stepName the technical name of the step that failed, null if it failed outside any step
     * @param operation null if not known
     * @param rawError the technical text, null if there is none
     * @param rollbackNeed whether what the operation made is still there, and has to be rolled back first
     * @param locale whose language to answer in; English if there are no words in it
     */
    public Explanation explain(
            String stepName, OperationType operation, String rawError, RollbackNeed rollbackNeed, Locale locale) {
        StepKind kind = catalogue.kind(steps.kindOf(stepName));
        OfferedActions offered = new OfferedActions(kind, operation, rollbackNeed);
        Optional<Cause> cause =
                finder.find(rawError, kind.id()).map(CauseRule::cause).map(catalogue::cause);
        MessageBundle texts =
                cause.map(found -> catalogue.texts(locale, found)).orElseGet(() -> catalogue.texts(locale));
        MessageSelector messages = new MessageSelector(texts, kind, operation, rollbackNeed);
        return cause.map(found -> explained(
                        found, messages, offered.of(found.quickActions().in(kind), found.retryable())))
                .orElseGet(() -> generic(kind, messages, offered.of(kind.quickActions(), false)));
    }

    /**
     * Which rule answers a raw error in that step; empty if none does and the answer is the step's generic one.
     *
     * @param stepName null if it failed outside any step
     * @param rawError null if there is none
     */
    public Optional<CauseRule> match(String stepName, String rawError) {
        return finder.find(rawError, steps.kindOf(stepName));
    }

    /**
     * All causes that are known, the operator's own too, in the order of the catalogue: each as it is told of a failure
     * outside any step.
     *
     * @param locale whose language to tell in; English if there are no words in it
     */
    public List<Explanation> known(Locale locale) {
        StepKind kind = catalogue.kind(Catalogue.OTHER);
        OfferedActions offered = new OfferedActions(kind, null, RollbackNeed.NONE);
        return catalogue.causes().stream()
                .map(cause -> explained(
                        cause,
                        new MessageSelector(catalogue.texts(locale, cause), kind, null, RollbackNeed.NONE),
                        offered.of(cause.quickActions().in(kind), cause.retryable())))
                .toList();
    }

    private Explanation explained(Cause cause, MessageSelector messages, List<QuickAction> actions) {
        return new Explanation(
                messages.message(cause),
                messages.reason(cause),
                cause.category(),
                cause.severity(),
                messages.actions(cause),
                actions,
                cause.id(),
                cause.retryable(),
                catalogue.isDocumented(cause) ? Explanation.documentationOf(cause.id()) : null,
                null,
                null,
                null);
    }

    private static Explanation generic(StepKind kind, MessageSelector messages, List<QuickAction> actions) {
        return new Explanation(
                messages.failed(),
                messages.genericReason(),
                kind.category(),
                Severity.ERROR,
                messages.genericActions(),
                actions,
                Explanation.UNRECOGNIZED,
                false,
                Explanation.documentationOf(Explanation.UNRECOGNIZED),
                null,
                null,
                null);
    }
}
