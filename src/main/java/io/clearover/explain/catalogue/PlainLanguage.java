package io.clearover.explain.catalogue;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.clearover.rawtext.LeakSigns;
import io.clearover.rawtext.WordList;
import java.util.Arrays;
import java.util.Optional;

/** The rules that every text of the catalogue keeps: no jargon, nothing technical, no sentence over 25 words. */
final class PlainLanguage {
    /** The most words that a sentence may have. */
    static final int LONGEST_SENTENCE = 25;

    /** Phrases in braces, and the one technical name that people know from the step that installs drivers. */
    private static final Pattern ALLOWED =
            Pattern.compile("\\{[a-z-]+}|KVM drivers|Drivers for KVM|KVM-Treiber|Treiber für KVM");

    private final Pattern jargon = WordList.pattern(PlainLanguage.class, "jargon.txt");

    /** What is wrong with a text; empty if it is plain. */
    Optional<String> problemWith(String text) {
        String plain = ALLOWED.matcher(text).replaceAll("");
        Matcher matcher = jargon.matcher(plain);
        if (matcher.find()) {
            return Optional.of("contains the jargon \"%s\"".formatted(matcher.group()));
        }
        if (LeakSigns.firstIn(plain).isPresent()) {
            return Optional.of("contains something technical");
        }
        return longestSentence(plain)
                .filter(sentence -> words(sentence) > LONGEST_SENTENCE)
                .map(sentence -> "a sentence has %d words, more than %d: %s"
                        .formatted(words(sentence), LONGEST_SENTENCE, sentence));
    }

    private static Optional<String> longestSentence(String text) {
        return Arrays.stream(text.split("(?<=[.!?:])\\s+")).max((a, b) -> Integer.compare(words(a), words(b)));
    }

    private static int words(String sentence) {
        return sentence.isBlank() ? 0 : sentence.strip().split("\\s+").length;
    }
}
