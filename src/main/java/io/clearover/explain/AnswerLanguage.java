package io.clearover.explain;

import io.clearover.explain.catalogue.Catalogue;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** Chooses the language of an answer. */
public final class AnswerLanguage {

    private AnswerLanguage() {}

    /**
     * The most wanted language that there are words in; English if there is none.
     *
     * @param accepted an {@code Accept-Language} header; null if there is none, and ignored if it is malformed
     */
    public static Locale of(String accepted) {
        try {
            Locale found =
                    Locale.lookup(LanguageRange.parse(accepted == null ? "en" : accepted), Catalogue.languages());
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
