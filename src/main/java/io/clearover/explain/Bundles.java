package io.clearover.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The human texts in each language. English is complete; another language may lack an operator's own causes. */
final class Bundles {
    static final String ENGLISH = "en";

    private final Map<String, Texts> byLanguage;

    /** @param byLanguage with English */
    Bundles(Map<String, Texts> byLanguage) {
        this.byLanguage = Map.copyOf(byLanguage);
    }

    /** The bundles beside this package: {@code messages.properties}, {@code messages_de.properties} and so on. */
    static Bundles builtIn(List<String> languages) {
        Map<String, Texts> bundles = new HashMap<>();
        for (String language : languages) {
            String ending = language.equals(ENGLISH) ? "" : "_" + language;
            bundles.put(language, Texts.read(Resources.reader("messages" + ending + ".properties")));
        }
        return new Bundles(bundles);
    }

    Texts english() {
        return byLanguage.get(ENGLISH);
    }

    /** In that language, in English if there is none. */
    Texts in(Locale locale) {
        return byLanguage.getOrDefault(locale.getLanguage(), english());
    }

    /** In that language, in English if it has no words for the cause. */
    Texts in(Locale locale, Cause cause) {
        return in(locale).has(cause) ? in(locale) : english();
    }

    /** @throws CatalogueException if texts are missing, not plain, or of no use */
    void check(List<Cause> causes, List<StepKind> kinds, List<Step> steps, List<PreflightCheck> checks) {
        byLanguage.forEach((language, texts) -> {
            List<Cause> said = language.equals(ENGLISH)
                    ? causes
                    : causes.stream().filter(texts::has).toList();
            new CatalogueCheck(said, kinds, steps, checks, texts).run();
        });
    }

    /** These texts with the operator's own: where a cause has own texts, none of its built-in ones stays. */
    Bundles with(List<OwnCause> own) {
        Map<String, Texts> changed = new HashMap<>(byLanguage);
        own.stream()
                .filter(entry -> !entry.texts().isEmpty())
                .forEach(entry -> changed.replaceAll((language, texts) ->
                        texts.with("cause." + entry.cause().id(), entry.texts().getOrDefault(language, Map.of()))));
        return new Bundles(changed);
    }
}
