package io.clearover.explain.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The human texts in each language. English is complete; another language may lack an operator's own causes. */
final class MessageBundles {
    static final String ENGLISH = "en";

    private final Map<String, MessageBundle> byLanguage;

    /** @param byLanguage with English */
    MessageBundles(Map<String, MessageBundle> byLanguage) {
        this.byLanguage = Map.copyOf(byLanguage);
    }

    /** The bundles beside this package: {@code messages.properties}, {@code messages_de.properties} and so on. */
    static MessageBundles builtIn(List<String> languages) {
        Map<String, MessageBundle> bundles = new HashMap<>();
        for (String language : languages) {
            String ending = language.equals(ENGLISH) ? "" : "_" + language;
            bundles.put(
                    language,
                    MessageBundle.read(
                            CatalogueFiles.reader("messages" + ending + ".properties"),
                            Locale.forLanguageTag(language)));
        }
        return new MessageBundles(bundles);
    }

    MessageBundle english() {
        return byLanguage.get(ENGLISH);
    }

    /** In that language, in English if there is none. */
    MessageBundle in(Locale locale) {
        return byLanguage.getOrDefault(locale.getLanguage(), english());
    }

    /** In that language, in English if it has no words for the cause. */
    MessageBundle in(Locale locale, Cause cause) {
        return in(locale).has(cause) ? in(locale) : english();
    }

    /**
     * Checks that there is a text for everything, and none for nothing.
     *
     * @param unread the keys of those texts that are looked at, too, for whether they are plain
     * @throws CatalogueException if texts are missing, not plain, or of no use
     */
    void check(
            List<Cause> causes,
            List<StepKind> kinds,
            List<CatalogueStep> steps,
            List<CheckFindings> checks,
            List<FactAnswer> factAnswers,
            Predicate<String> unread) {
        byLanguage.forEach((language, texts) -> {
            List<Cause> said = language.equals(ENGLISH)
                    ? causes
                    : causes.stream().filter(texts::has).toList();
            new CatalogueCheck(said, kinds, steps, checks, factAnswers, texts, unread).run();
        });
    }

    /** These texts with the operator's own: where a cause has own texts, none of its built-in ones stays. */
    MessageBundles with(List<OperatorCause> own) {
        Map<String, MessageBundle> changed = new HashMap<>(byLanguage);
        own.stream()
                .filter(entry -> !entry.texts().isEmpty())
                .forEach(entry -> changed.replaceAll((language, texts) ->
                        texts.with("cause." + entry.cause().id(), entry.texts().getOrDefault(language, Map.of()))));
        return new MessageBundles(changed);
    }
}
