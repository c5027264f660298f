package io.clearover.explain;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is known about steps and causes, checked as a whole when it is made. Immutable.
 */
public final class Catalogue {
    /** The kind of a step that is not known or not given. */
    static final String OTHER = "other";

    /** The languages that texts can be in, the complete one first. */
    static final List<String> LANGUAGES = List.of(Bundles.ENGLISH, "de");

    private final List<Cause> causes;
    private final Map<String, StepKind> kinds;
    private final List<Step> steps;
    private final Map<String, PreflightCheck> checks;
    private final Bundles bundles;
    private final OperatorFile operatorFile;
    private final Set<String> undocumented;

    /**
     * The catalogue that comes with the product.
     *
     * @throws CatalogueException if an entry is not usable
     */
    public Catalogue() {
        this(
                CatalogueReader.causes(Resources.reader("causes.json")),
                CatalogueReader.kinds(Resources.reader("kinds.json")),
                CatalogueReader.steps(Resources.reader("steps.json")),
                CatalogueReader.checks(Resources.reader("checks.json")),
                Bundles.builtIn(LANGUAGES),
                OperatorFile.NONE,
                Set.of());
    }

    Catalogue(Reader causes, Reader kinds, Reader steps, Reader messages) {
        this(
                CatalogueReader.causes(causes),
                CatalogueReader.kinds(kinds),
                CatalogueReader.steps(steps),
                List.of(),
                new Bundles(Map.of(Bundles.ENGLISH, Texts.read(messages))),
                OperatorFile.NONE,
                Set.of());
    }

    private Catalogue(
            List<Cause> causes,
            List<StepKind> kinds,
            List<Step> steps,
            List<PreflightCheck> checks,
            Bundles bundles,
            OperatorFile operatorFile,
            Set<String> undocumented) {
        this.causes = List.copyOf(causes);
        this.steps = List.copyOf(steps);
        this.bundles = bundles;
        this.operatorFile = operatorFile;
        this.undocumented = undocumented;
        bundles.check(causes, kinds, steps, checks);
        this.checks = checks.stream().collect(Collectors.toMap(PreflightCheck::id, Function.identity()));
        this.kinds = kinds.stream().collect(Collectors.toMap(StepKind::id, Function.identity()));
    }

    /**
     * This catalogue with the causes of the operator's own file: by id they take a cause's place or are added.
     *
     * @throws CatalogueException if they don't go with the others
     */
    Catalogue with(List<OwnCause> own, OperatorFile file) {
        Map<String, Cause> byId = new LinkedHashMap<>();
        causes.forEach(cause -> byId.put(cause.id(), cause));
        own.forEach(entry -> byId.put(entry.cause().id(), entry.cause()));
        return new Catalogue(
                List.copyOf(byId.values()),
                List.copyOf(kinds.values()),
                steps,
                List.copyOf(checks.values()),
                bundles.with(own),
                file,
                ownWords(own));
    }

    private static Set<String> ownWords(List<OwnCause> own) {
        return own.stream()
                .filter(entry -> !entry.texts().isEmpty())
                .map(entry -> entry.cause().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The languages that something can be explained in, English first. */
    public static List<Locale> languages() {
        return LANGUAGES.stream().map(Locale::forLanguageTag).toList();
    }

    /** The guide is made from the built-in texts: it has no section on what the operator says in own words. */
    Optional<String> documentationOf(Cause cause) {
        return undocumented.contains(cause.id())
                ? Optional.empty()
                : Optional.of(Explanation.documentationOf(cause.id()));
    }

    /** What became of the operator's own file. */
    public OperatorFile operatorFile() {
        return operatorFile;
    }

    List<Cause> causes() {
        return causes;
    }

    List<Step> steps() {
        return steps;
    }

    /** @throws java.util.NoSuchElementException if there is no such check */
    PreflightCheck check(String id) {
        return Optional.ofNullable(checks.get(id)).orElseThrow();
    }

    StepKind kind(String id) {
        return kinds.get(id);
    }

    Map<String, StepKind> kinds() {
        return kinds;
    }

    /** The English texts. */
    Texts texts() {
        return bundles.english();
    }

    /** The texts in a language, in English if there are none. */
    Texts texts(Locale locale) {
        return bundles.in(locale);
    }

    /** The texts in a language, in English if it has no words for the cause. */
    Texts texts(Locale locale, Cause cause) {
        return bundles.in(locale, cause);
    }
}
