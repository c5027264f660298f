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

/** Tells of the checks before an operation, in words of the catalogue alone. Thread-safe. */
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
     * @throws java.util.NoSuchElementException if there are no such words
     */
    public CheckWords found(String check, String finding, OperationType operation, Locale locale) {
        CheckFindings told = catalogue.check(check);
        CheckFindings speaker = told.findings().containsKey(finding) ? told : catalogue.check(CheckFindings.ANY);
        String key = "check." + speaker.id() + "." + finding;
        StepKind kind = catalogue.kind(steps.kindOf(STEP));
        MessageBundle texts = catalogue.texts(locale);
        return new CheckWords(
                speaker.findings().get(finding),
                texts.get(key + ".message"),
                texts.get(key + ".reason"),
                told.category(),
                texts.numbered(key + ".action").stream()
                        .flatMap(action ->
                                texts.fill(action, operation.jsonName(), FailedOperation.of(operation)).stream())
                        .toList(),
                offered(new OfferedActions(kind, FailedOperation.of(operation))
                        .of(speaker.quickActions(finding), false)));
    }

    /** The words for a raw error that a check has met; never with anything from it. */
    public CheckWords failed(String rawError, OperationType operation, Locale locale) {
        Explanation why = explainer.explain(STEP, operation, rawError, locale);
        return new CheckWords(
                CheckResult.FAIL,
                why.userMessage(),
                why.reason(),
                why.category(),
                why.actionableSteps(),
                offered(why.actions()));
    }

    /** Whoever reads it has the preflight open. */
    private static List<QuickAction> offered(List<QuickAction> actions) {
        return actions.stream()
                .filter(action -> action != QuickAction.OPEN_PREFLIGHT)
                .toList();
    }
}
