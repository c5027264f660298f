package io.clearover.job.view;

import io.clearover.explain.CheckWords;
import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.PreflightWords;
import io.clearover.explain.catalogue.CheckResult;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.job.KeptChecks;
import io.clearover.job.KeptFinding;
import io.clearover.job.KeptLeftover;
import io.clearover.rawtext.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what probes found about a failed job in plain words, and admins the technical side too. Thread-safe. */
@ApplicationScoped
public class KeptCheckPresenter {

    /** Words for what nobody knows, where that is no failure. */
    private static final Set<String> UNTOLD = Set.of("late", "unanswered", "unknown", "unknown-age");

    private static final Set<String> SIDES =
            Arrays.stream(Side.values()).map(Side::jsonName).collect(Collectors.toSet());

    private static final Set<String> OBJECTS =
            Arrays.stream(FaultObject.values()).map(FaultObject::jsonName).collect(Collectors.toSet());

    private static final String LEFT_BEHIND = "left-behind";

    private static final Map<String, String> REMOVED_BY = Map.of(
            "rollback", "operator",
            "destination", "destination_administrator",
            "source", "source_administrator",
            "itself", "nobody");

    private final PreflightWords words;
    private final Explainer explainer;
    private final Redaction redaction;

    KeptCheckPresenter() {
        this(null, null, null);
    }

    @Inject
    public KeptCheckPresenter(PreflightWords words, Explainer explainer, Redaction redaction) {
        this.words = words;
        this.explainer = explainer;
        this.redaction = redaction;
    }

    /**
     * Whether what a probe looked at is wrong, by what it found.
     *
     * @param probe its slug
     * @param word which of the catalogue's words tell of it; null for an error
     */
    public FindingState state(String probe, String word) {
        if (word == null) {
            return FindingState.STILL_SO;
        }
        CheckResult result = words.result(probe, word);
        if (UNTOLD.contains(word) && result != CheckResult.FAIL) {
            return FindingState.CANNOT_TELL;
        }
        return result == CheckResult.PASS ? FindingState.NO_LONGER_SO : FindingState.STILL_SO;
    }

    /** What each probe found. */
    public List<FindingView> findings(KeptChecks checks, TrackedJob job, boolean admin, Locale language) {
        return checks.findings().stream()
                .filter(this::isKnown)
                .map(finding -> view(finding, job, admin, language))
                .toList();
    }

    /** Another version, or another program, may have written it. */
    private boolean isKnown(KeptFinding finding) {
        return SIDES.contains(String.valueOf(finding.side()))
                && OBJECTS.contains(String.valueOf(finding.object()))
                && hasWords(finding);
    }

    private boolean hasWords(KeptFinding finding) {
        return finding.word() == null
                ? words.knows(finding.probe()) && finding.detail() != null
                : words.knows(finding.probe(), finding.word());
    }

    private FindingView view(KeptFinding finding, TrackedJob job, boolean admin, Locale language) {
        CheckWords said = finding.word() == null
                ? words.wrong(finding.detail(), job.kind().type(), language)
                : words.found(finding.probe(), finding.word(), job.kind().type(), language);
        return new FindingView(
                finding.probe(),
                words.displayName(finding.probe(), language),
                finding.side(),
                finding.object(),
                state(finding.probe(), finding.word()).jsonName(),
                finding.checkedAt(),
                said.message(),
                said.reason(),
                said.actionableSteps(),
                admin ? redaction.redact(finding.detail()) : null);
    }

    /** What is left of the operation. */
    public LeftBehindView leftBehind(KeptChecks checks, boolean admin, Locale language) {
        String word = checks.leftBehind().isEmpty() ? checks.allSeen() ? "nothing" : "not-known" : "something";
        return new LeftBehindView(
                checks.checkedAt(),
                checks.allSeen(),
                left(word, language).message(),
                checks.leftBehind().stream()
                        .filter(left -> words.knows(LEFT_BEHIND, left.kind()) && left.removedBy() != null)
                        .filter(left -> REMOVED_BY.containsKey(left.removedBy()))
                        .map(left -> item(left, admin, language))
                        .toList());
    }

    private LeftBehindView.Item item(KeptLeftover left, boolean admin, Locale language) {
        CheckWords said = left(left.kind(), language);
        return new LeftBehindView.Item(
                left.kind(),
                left.vmName(),
                left.disk(),
                said.message(),
                said.reason(),
                REMOVED_BY.get(left.removedBy()),
                left("removed-by-" + left.removedBy(), language).message(),
                left.removedBy().equals("rollback"),
                admin ? redaction.redact(left.detail()) : null);
    }

    private CheckWords left(String word, Locale language) {
        return words.found(LEFT_BEHIND, word, null, language);
    }

    /** What a probe that looks at what the job's error is about proved to be the matter, if that is something else. */
    public Optional<CorrectionView> correction(KeptChecks checks, TrackedJob job, Locale language) {
        String step = job.failedStep().map(StepRow::name).orElse(null);
        Explanation said = explainer.explain(step, job.failedOperation(), job.rawError(), Locale.ENGLISH);
        return checks.findings().stream()
                .filter(finding -> finding.word() == null && isKnown(finding))
                .filter(finding -> Boolean.TRUE.equals(finding.aboutCause()))
                .map(finding -> Optional.of(explainer.explain(step, job.failedOperation(), finding.detail(), language))
                        .filter(seen -> corrects(seen, said))
                        .map(seen -> view(finding, seen, language)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** It has to tell what is wrong with what; a side that the error leaves open is no contradiction. */
    private static boolean corrects(Explanation seen, Explanation said) {
        boolean tells = seen.object() != null && seen.condition() != null;
        boolean same = seen.object() == said.object() && seen.condition() == said.condition();
        boolean elsewhere = seen.side() != null && said.side() != null && seen.side() != said.side();
        return tells && (!same || elsewhere);
    }

    private CorrectionView view(KeptFinding finding, Explanation seen, Locale language) {
        ExplanationFields why = ExplanationFields.of(Optional.of(seen));
        return new CorrectionView(
                finding.probe(),
                finding.checkedAt(),
                words.found("correction", "found", null, language).message(),
                why.message(),
                why.reason(),
                why.cause(),
                why.side(),
                why.object(),
                why.condition(),
                why.actionableSteps(),
                why.documentation());
    }
}
