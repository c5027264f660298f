package io.clearover.explain;

import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.ErrorRecognizer;
import io.clearover.explain.catalogue.ErrorRecognizer.Recognized;
import io.clearover.explain.catalogue.FactAnswer;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.MessageBundle;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.Severity;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.explain.catalogue.StepKind;
import io.clearover.explain.facts.Facts;
import io.clearover.explain.matching.CauseRule;
import io.clearover.explain.matching.MatchRank;
import io.clearover.rawtext.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Explains a failure: the root cause in the raw text says why, the step says what failed. Only a cause that fits the facts
 * in the text is said; without one the facts themselves are, and what tells no facts gets the step's generic answer. Takes
 * time linear in the text. Thread-safe.
 */
@ApplicationScoped
public class Explainer {
    private final Catalogue catalogue;
    private final StepCatalogue steps;
    private final ErrorRecognizer recognizer;
    private final Redaction redaction = new Redaction();

    Explainer() {
        this.catalogue = null;
        this.steps = null;
        this.recognizer = null;
    }

    @Inject
    public Explainer(Catalogue catalogue, StepCatalogue steps) {
        this.catalogue = catalogue;
        this.steps = steps;
        this.recognizer = new ErrorRecognizer(catalogue);
    }

    /** In English, as {@link #explain(String, FailedOperation, String, Locale)}. */
    public Explanation explain(String stepName, OperationType operation, String rawError) {
        return explain(stepName, operation, rawError, Locale.ENGLISH);
    }

    /** Of an operation of which no more is known than its type: as {@link #explain(String, FailedOperation, String, Locale)}. */
    public Explanation explain(String stepName, OperationType operation, String rawError, Locale locale) {
        return explain(stepName, FailedOperation.of(operation), rawError, locale);
    }

    /**
     * Never null, and with nothing from the raw text but the evidence.
     *
     * @param stepName the technical name of the step that failed, null if it failed outside any step
     * @param failed what is known of the operation: nothing is advised that it refutes
     * @param rawError the technical text, null if there is none
     * @param locale whose language to answer in; English if there are no words in it
     */
    public Explanation explain(String stepName, FailedOperation failed, String rawError, Locale locale) {
        StepKind kind = catalogue.kind(steps.kindOf(stepName));
        OfferedActions offered = new OfferedActions(kind, failed);
        Recognized recognized = recognizer.recognize(rawError, kind.id());
        Facts facts = recognized.facts();
        Optional<Cause> cause = recognized.rule().map(CauseRule::cause).map(catalogue::cause);
        MessageBundle texts =
                cause.map(found -> catalogue.texts(locale, found)).orElseGet(() -> catalogue.texts(locale));
        MessageSelector messages = new MessageSelector(texts, kind, failed);
        if (cause.isPresent()) {
            Set<QuickAction> advised = cause.get().quickActions().in(kind);
            return explained(
                    cause.get(),
                    slug(cause.get(), facts),
                    facts,
                    messages,
                    offered.of(advised, cause.get().retryable()));
        }
        if (facts.tell()) {
            FactAnswer answer = catalogue.answer(facts, kind);
            return composed(answer, facts, messages, offered.of(Set.of(QuickAction.CONTACT_ADMIN), answer.retryable()));
        }
        return generic(kind, facts, messages, offered.of(kind.quickActions(), false));
    }

    /**
     * Which rule answers a raw error in that step; empty if none does and the facts answer, or the
     * step.
     *
     * @param stepName null if it failed outside any step
     * @param rawError null if there is none
     */
    public Optional<CauseRule> match(String stepName, String rawError) {
        return recognizer.recognize(rawError, steps.kindOf(stepName)).rule();
    }

    /**
     * All causes that are known, the operator's own too, in the order of the catalogue: each as it is told of a failure
     * outside any step.
     *
     * @param locale whose language to tell in; English if there are no words in it
     */
    public List<Explanation> known(Locale locale) {
        StepKind kind = catalogue.kind(Catalogue.OTHER);
        FailedOperation any = FailedOperation.of(null);
        OfferedActions offered = new OfferedActions(kind, any);
        return catalogue.causes().stream()
                .map(cause -> explained(
                        cause,
                        cause.id(),
                        Facts.NONE,
                        new MessageSelector(catalogue.texts(locale, cause), kind, any),
                        offered.of(cause.quickActions().in(kind), cause.retryable())))
                .toList();
    }

    /** A symptom has words for what failed; without facts it is no cause. */
    private static String slug(Cause cause, Facts facts) {
        return cause.rank() == MatchRank.SYMPTOM && !facts.tell() ? Explanation.UNRECOGNIZED : cause.id();
    }

    private Explanation explained(
            Cause cause, String slug, Facts facts, MessageSelector messages, List<QuickAction> actions) {
        return new Explanation(
                messages.message(cause),
                messages.reason(cause),
                cause.category(),
                cause.severity(),
                messages.actions(cause),
                actions,
                slug,
                cause.retryable(),
                catalogue.isDocumented(cause) ? Explanation.documentationOf(slug) : null,
                facts.side(),
                facts.object(),
                facts.condition(),
                redaction.redact(facts.evidence()));
    }

    private Explanation composed(FactAnswer answer, Facts facts, MessageSelector messages, List<QuickAction> actions) {
        FactWords words = messages.words(facts);
        return new Explanation(
                messages.message(words),
                words.reason(),
                answer.category(),
                answer.retryable() ? Severity.WARNING : Severity.ERROR,
                messages.actions(words, answer.retryable()),
                actions,
                Explanation.causeOf(facts),
                answer.retryable(),
                Explanation.documentationOf(Explanation.causeOf(facts)),
                facts.side(),
                facts.object(),
                facts.condition(),
                redaction.redact(facts.evidence()));
    }

    private static Explanation generic(
            StepKind kind, Facts facts, MessageSelector messages, List<QuickAction> actions) {
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
                facts.side(),
                null,
                null,
                null);
    }
}
