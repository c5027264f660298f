package io.clearover.explain.catalogue;

import io.clearover.explain.facts.Facts;
import io.clearover.explain.matching.CauseRule;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything that is known about steps and causes, checked as a whole when it is made. Immutable.
 */
public final class Catalogue {
    /** The kind of a step that is not known or not given. */
    public static final String OTHER = "other";

    /** The languages that texts can be in, the complete one first. */
    static final List<String> LANGUAGES = List.of(MessageBundles.ENGLISH, "de");

    private final List<Cause> causes;
    private final Map<String, Cause> causesById;
    private final Map<String, StepKind> kinds;
    private final List<CatalogueStep> steps;
    private final Map<String, CheckFindings> checks;
    private final List<FactAnswer> factAnswers;
    private final MessageBundles bundles;
    private final OperatorFile operatorFile;
    private final Set<String> undocumented;

    /**
     * The catalogue that comes with the product. That its texts are plain has been seen when it was built.
     *
     * @throws CatalogueException if an entry is not usable
     */
    public Catalogue() {
        this(
                CatalogueReader.causes(CatalogueFiles.reader("causes.json")),
                CatalogueReader.kinds(CatalogueFiles.reader("kinds.json")),
                CatalogueReader.steps(CatalogueFiles.reader("steps.json")),
                CatalogueReader.checks(CatalogueFiles.reader("checks.json")),
                CatalogueReader.factAnswers(CatalogueFiles.reader("fact-answers.json")),
                MessageBundles.builtIn(LANGUAGES),
                OperatorFile.NONE,
                Set.of(),
                text -> false);
    }

    Catalogue(Reader causes, Reader kinds, Reader steps, Reader factAnswers, Reader messages) {
        this(
                CatalogueReader.causes(causes),
                CatalogueReader.kinds(kinds),
                CatalogueReader.steps(steps),
                List.of(),
                CatalogueReader.factAnswers(factAnswers),
                new MessageBundles(Map.of(MessageBundles.ENGLISH, MessageBundle.read(messages, Locale.ENGLISH))),
                OperatorFile.NONE,
                Set.of(),
                text -> true);
    }

    private Catalogue(
            List<Cause> causes,
            List<StepKind> kinds,
            List<CatalogueStep> steps,
            List<CheckFindings> checks,
            List<FactAnswer> factAnswers,
            MessageBundles bundles,
            OperatorFile operatorFile,
            Set<String> undocumented,
            Predicate<String> unread) {
        this.causes = List.copyOf(causes);
        this.steps = List.copyOf(steps);
        this.bundles = bundles;
        this.operatorFile = operatorFile;
        this.undocumented = undocumented;
        this.factAnswers = List.copyOf(factAnswers);
        bundles.check(causes, kinds, steps, checks, factAnswers, unread);
        this.causesById = causes.stream().collect(Collectors.toMap(Cause::id, Function.identity()));
        this.checks = checks.stream().collect(Collectors.toMap(CheckFindings::id, Function.identity()));
        this.kinds = kinds.stream().collect(Collectors.toMap(StepKind::id, Function.identity()));
    }

    /**
     * This catalogue with the causes of the operator's own file: by id they take a cause's place or are added.
     *
     * @throws CatalogueException if they don't go with the others
     */
    Catalogue with(List<OperatorCause> own, OperatorFile file) {
        Map<String, Cause> byId = new LinkedHashMap<>();
        causes.forEach(cause -> byId.put(cause.id(), cause));
        own.forEach(entry -> byId.put(entry.cause().id(), entry.cause()));
        Set<String> worded = ownWords(own);
        return new Catalogue(
                List.copyOf(byId.values()),
                List.copyOf(kinds.values()),
                steps,
                List.copyOf(checks.values()),
                factAnswers,
                bundles.with(own),
                file,
                worded,
                text -> worded.stream().anyMatch(id -> text.startsWith("cause." + id + ".")));
    }

    private static Set<String> ownWords(List<OperatorCause> own) {
        return own.stream()
                .filter(entry -> !entry.texts().isEmpty())
                .map(entry -> entry.cause().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The languages that something can be explained in, English first. */
    public static List<Locale> languages() {
        return LANGUAGES.stream().map(Locale::forLanguageTag).toList();
    }

    /** Whether the guide has a section on a cause; it is made from the built-in texts, so not on one in the operator's own words. */
    public boolean isDocumented(Cause cause) {
        return !undocumented.contains(cause.id());
    }

    /** What became of the operator's own file. */
    public OperatorFile operatorFile() {
        return operatorFile;
    }

    /** All causes; the operator's own stand in the place of the built-in ones that they replace, or last. */
    public List<Cause> causes() {
        return causes;
    }

    /** @throws java.util.NoSuchElementException if there is no cause of that slug */
    public Cause cause(String id) {
        return find(id).orElseThrow();
    }

    Optional<Cause> find(String id) {
        return Optional.ofNullable(causesById.get(id));
    }

    /** By what the causes are found, in their order. */
    public List<CauseRule> rules() {
        return causes.stream().flatMap(cause -> cause.rules().stream()).toList();
    }

    /** About in the order in which operations have them. */
    public List<CatalogueStep> steps() {
        return steps;
    }

    /** Whether there is such a check. */
    public boolean hasCheck(String id) {
        return checks.containsKey(id);
    }

    /** @throws java.util.NoSuchElementException if there is no such check */
    public CheckFindings check(String id) {
        return Optional.ofNullable(checks.get(id)).orElseThrow();
    }

    /**
     * What follows from facts where no cause is known.
     *
     * @param kind of the step that failed
     */
    public FactAnswer answer(Facts facts, StepKind kind) {
        return factAnswers.stream()
                .filter(answer -> answer.holdsFor(facts, kind))
                .findFirst()
                .orElseThrow();
    }

    /** Null if there is no such kind. */
    public StepKind kind(String id) {
        return kinds.get(id);
    }

    /** All kinds of steps by their ids. */
    public Map<String, StepKind> kinds() {
        return kinds;
    }

    /** The English texts. */
    public MessageBundle texts() {
        return bundles.english();
    }

    /** The texts in a language, in English if there are none. */
    public MessageBundle texts(Locale locale) {
        return bundles.in(locale);
    }

    /** The texts in a language, in English if it has no words for the cause. */
    public MessageBundle texts(Locale locale, Cause cause) {
        return bundles.in(locale, cause);
    }
}
