package io.clearover.explain;

import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.CheckFindings;
import io.clearover.explain.catalogue.CheckResult;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.MessageBundle;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.explain.catalogue.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Tells of checks, before an operation and after one, in words of the catalogue alone. Thread-safe. */
@ApplicationScoped
public class PreflightWords {

    /** The step that makes the same checks. */
    private static final String STEP = "validation";

    private final Catalogue catalogue;
    private final StepCatalogue steps;
    private final Explainer explainer;

    PreflightWords() {
        this(null, null, null);
    }

    @Inject
    public PreflightWords(Catalogue catalogue, StepCatalogue steps, Explainer explainer) {
        this.catalogue = catalogue;
        this.steps = steps;
        this.explainer = explainer;
    }

    /** What people call a check. */
    public String displayName(String check, Locale locale) {
        return catalogue.texts(locale).get("check." + check + ".name");
    }

    /**
     * The words for what a check has found.
     *
     * @param finding one that the check has words for, or any check
     * @param operation null if not known
     * @throws java.util.NoSuchElementException if there are no such words
     */
    public CheckWords found(String check, String finding, OperationType operation, Locale locale) {
        CheckFindings told = catalogue.check(check);
        CheckFindings speaker = speaker(check, finding);
        String key = "check." + speaker.id() + "." + finding;
        StepKind kind = catalogue.kind(steps.kindOf(STEP));
        MessageBundle texts = catalogue.texts(locale);
        return new CheckWords(
                speaker.findings().get(finding),
                texts.get(key + ".message"),
                texts.get(key + ".reason"),
                told.category(),
                texts.numbered(key + ".action").stream()
                        .flatMap(action -> texts.fill(action, name(operation), FailedOperation.of(operation)).stream())
                        .toList(),
                offered(new OfferedActions(kind, FailedOperation.of(operation))
                        .of(speaker.quickActions(finding), false)));
    }

    /** The words for a raw error that a check has met; never with anything from it. */
    public CheckWords failed(String rawError, OperationType operation, Locale locale) {
        Explanation why = explainer.explain(STEP, operation, rawError, locale);
        return failed(why, why.userMessage());
    }

    /** Whether there are words for what a check has found; false for nulls. */
    public boolean knows(String check, String finding) {
        return check != null
                && finding != null
                && catalogue.hasCheck(check)
                && speaker(check, finding).findings().containsKey(finding);
    }

    /** Whether there is such a check; false for null. */
    public boolean knows(String check) {
        return check != null && catalogue.hasCheck(check);
    }

    /**
     * What a check's finding comes to.
     *
     * @throws java.util.NoSuchElementException if neither the check nor any check has such words
     */
    public CheckResult result(String check, String finding) {
        return speaker(check, finding).findings().get(finding);
    }

    /** The words for a raw error that is the matter now, whatever failed before; never with anything from it. */
    public CheckWords wrong(String rawError, OperationType operation, Locale locale) {
        Explanation why = explainer.explain(null, operation, rawError, locale);
        return failed(why, summary(why, locale));
    }

    private static CheckWords failed(Explanation why, String message) {
        return new CheckWords(
                CheckResult.FAIL, message, why.reason(), why.category(), why.actionableSteps(), offered(why.actions()));
    }

    /** What is the matter, without what failed by it. */
    private static String summary(Explanation why, Locale locale) {
        int summary = why.userMessage().indexOf(MessageSelector.BECAUSE);
        String told = summary < 0
                ? why.userMessage()
                : why.userMessage().substring(summary + MessageSelector.BECAUSE.length());
        return told.substring(0, 1).toUpperCase(locale) + told.substring(1);
    }

    private static String name(OperationType operation) {
        return operation == null ? MessageBundle.ANY_OPERATION : operation.jsonName();
    }

    private CheckFindings speaker(String check, String finding) {
        CheckFindings told = catalogue.check(check);
        return told.findings().containsKey(finding) ? told : catalogue.check(CheckFindings.ANY);
    }

    /** Whoever reads it has the preflight open. */
    private static List<QuickAction> offered(List<QuickAction> actions) {
        return actions.stream()
                .filter(action -> action != QuickAction.OPEN_PREFLIGHT)
                .toList();
    }
}
