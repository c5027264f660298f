package io.clearover.explain.catalogue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that the catalogue's files fit together and that its texts are plain. */
final class CatalogueCheck {
    /** What is offered only in the kinds of step that say so. */
    private static final Set<QuickAction> WHERE_IT_HELPS =
            EnumSet.of(QuickAction.START_WITHOUT_FINAL_SYNC, QuickAction.START_WITHOUT_DRIVER_INSTALLATION);

    private static final Pattern PHRASE = Pattern.compile("\\{([^{}]*)(}?)");

    private final List<Cause> causes;
    private final List<StepKind> kinds;
    private final List<CatalogueStep> steps;
    private final List<CheckFindings> checks;
    private final List<FactAnswer> factAnswers;
    private final MessageBundle texts;
    private final Set<String> kindIds;
    private final MessageKeys keys;
    private final Predicate<String> unread;
    private final PlainLanguage language = new PlainLanguage();

    /** @param unread the keys of those texts that are not yet known to be plain, which takes its time to see */
    CatalogueCheck(
            List<Cause> causes,
            List<StepKind> kinds,
            List<CatalogueStep> steps,
            List<CheckFindings> checks,
            List<FactAnswer> factAnswers,
            MessageBundle texts,
            Predicate<String> unread) {
        this.causes = causes;
        this.kinds = kinds;
        this.steps = steps;
        this.checks = checks;
        this.factAnswers = factAnswers;
        this.texts = texts;
        this.unread = unread;
        this.kindIds = kinds.stream().map(StepKind::id).collect(Collectors.toSet());
        this.keys = new MessageKeys(causes, kindIds, steps, checks);
    }

    void run() {
        unique("cause", causes.stream().map(Cause::id));
        unique("step kind", kinds.stream().map(StepKind::id));
        unique("step", steps.stream().map(CatalogueStep::slug));
        unique("check", checks.stream().map(CheckFindings::id));
        unique("step name", steps.stream().flatMap(step -> step.names().stream()));
        knownKind("step kinds", "id", Catalogue.OTHER);
        texts.all().forEach(this::checkText);
        kinds.forEach(this::checkKind);
        steps.forEach(this::checkStep);
        causes.forEach(this::checkCause);
        checks.forEach(this::checkCheck);
        checkFactAnswers();
        operations().forEach(operation -> present("operation", "failed." + operation));
    }

    /** The operations as they stand in the keys of the messages. */
    static Stream<String> operations() {
        return Stream.concat(
                Stream.of(OperationType.values()).map(OperationType::jsonName), Stream.of(MessageBundle.ANY_OPERATION));
    }

    private static void unique(String what, Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw new CatalogueException(what + " " + id, "id", "is there twice");
        });
    }

    private void checkKind(StepKind kind) {
        String entry = "step kind " + kind.id();
        checkQuickActions(entry, "quick_actions", kind.quickActions());
        WHERE_IT_HELPS.stream()
                .filter(kind.quickActions()::contains)
                .filter(action -> !kind.helpedBy().contains(action))
                .findFirst()
                .ifPresent(action -> {
                    throw new CatalogueException(
                            entry, "helped_by", "lacks %s of quick_actions".formatted(action.jsonName()));
                });
        if (!kind.id().equals(Catalogue.OTHER)) {
            present(entry, "kind." + kind.id() + ".failed");
        }
        present(entry, "kind." + kind.id() + ".reason");
        checkActions(entry, "kind." + kind.id() + ".action");
    }

    private void checkStep(CatalogueStep step) {
        String entry = "step " + step.slug();
        present(entry, "step." + step.slug() + ".name");
        present(entry, "step." + step.slug() + ".description");
        knownKind(entry, "kind", step.kind());
        if (step.typicalDuration().isEmpty() && !step.slug().equals(StepCatalogue.UNKNOWN)) {
            throw new CatalogueException(entry, "typical_seconds", "is missing");
        }
    }

    /** Those that the advice speaks of; the others follow from what is known of the cause and the step. */
    private static void checkQuickActions(String entry, String field, Set<QuickAction> actions) {
        if (actions.contains(QuickAction.RETRY)) {
            throw new CatalogueException(entry, field, "retry goes with what is retryable; leave it out");
        }
        if (actions.contains(QuickAction.OPEN_PREFLIGHT)) {
            throw new CatalogueException(entry, field, "open_preflight goes with the kind of step; leave it out");
        }
    }

    private void checkCause(Cause cause) {
        String entry = "cause " + cause.id();
        String key = "cause." + cause.id();
        if (cause.patterns().isEmpty()) {
            throw new CatalogueException(entry, "patterns", "at least one is needed");
        }
        if (cause.examples().isEmpty()) {
            throw new CatalogueException(entry, "examples", "at least one is needed");
        }
        cause.patterns().stream()
                .flatMap(pattern -> pattern.kinds().stream())
                .forEach(kind -> knownKind(entry, "patterns", kind));
        checkQuickActions(entry, "quick_actions", cause.quickActions().usual());
        cause.quickActions().byKind().forEach((kind, actions) -> {
            knownKind(entry, "quick_actions_by_kind", kind);
            checkQuickActions(entry, "quick_actions_by_kind." + kind, actions);
        });
        present(entry, key + ".summary");
        present(entry, key + ".reason");
        checkActions(entry, key + ".action");
        kindIds.stream()
                .map(kind -> key + "." + kind + ".action")
                .filter(prefix -> texts.find(prefix + ".1").isPresent())
                .forEach(prefix -> checkActions(entry, prefix));
    }

    private void checkCheck(CheckFindings check) {
        String entry = "check " + check.id();
        present(entry, "check." + check.id() + ".name");
        check.quickActions().forEach((finding, actions) -> {
            if (!check.findings().containsKey(finding)) {
                throw new CatalogueException(entry, "quick_actions", "unknown finding \"%s\"".formatted(finding));
            }
            checkQuickActions(entry, "quick_actions." + finding, actions);
        });
        check.findings().forEach((finding, result) -> {
            String key = "check." + check.id() + "." + finding;
            present(entry, key + ".message");
            present(entry, key + ".reason");
            if (result != CheckResult.PASS) {
                checkActions(entry, key + ".action");
            }
        });
    }

    /** Whatever the facts, there is an answer, and there are words for it. */
    private void checkFactAnswers() {
        if (factAnswers.isEmpty()) {
            return;
        }
        String entry = "fact answers";
        factAnswers.stream()
                .flatMap(answer -> answer.kinds().stream())
                .forEach(kind -> knownKind(entry, "kinds", kind));
        if (!factAnswers.get(factAnswers.size() - 1).holdsForAll()) {
            throw new CatalogueException(entry, "last", "must hold for all facts");
        }
        keys.ofFacts().forEach(key -> present(entry, key));
    }

    /** Whatever the operation and whatever is known of it, at least one next step has to be left. */
    private void checkActions(String entry, String prefix) {
        List<String> actions = texts.numbered(prefix);
        for (String operation : operations().toList()) {
            boolean isHelpless = FailedOperation.allKnown().anyMatch(failed -> actions.stream()
                    .noneMatch(action -> texts.fill(action, operation, failed).isPresent()));
            if (isHelpless) {
                throw new CatalogueException(entry, prefix + ".1", "no next step for the operation " + operation);
            }
        }
    }

    private void present(String entry, String key) {
        if (texts.find(key).isEmpty()) {
            throw new CatalogueException(entry, key, "the text is missing");
        }
    }

    private void knownKind(String entry, String field, String kind) {
        if (!kindIds.contains(kind)) {
            throw new CatalogueException(entry, field, "unknown step kind \"%s\"".formatted(kind));
        }
    }

    private void checkText(String key, String text) {
        if (!keys.isUsed(key)) {
            throw new CatalogueException("messages", key, "nothing uses this key");
        }
        if (unread.test(key)) {
            language.problemWith(text).ifPresent(problem -> {
                throw new CatalogueException("messages", key, problem);
            });
        }
        PHRASE.matcher(keys.withoutBlanks(key, text))
                .results()
                .forEach(phrase -> checkPhrase(key, phrase.group(1), phrase.group(2)));
    }

    private void checkPhrase(String key, String phrase, String close) {
        if (close.isEmpty()) {
            throw new CatalogueException("messages", key, "the phrase {%s is not closed".formatted(phrase));
        }
        String prefix = "phrase." + phrase + ".";
        if (texts.all().keySet().stream().noneMatch(known -> known.startsWith(prefix))) {
            throw new CatalogueException("messages", key, "unknown phrase {" + phrase + "}");
        }
    }
}
