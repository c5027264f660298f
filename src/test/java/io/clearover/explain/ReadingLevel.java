package io.clearover.explain;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many years of school an English text takes to be read with ease: the Flesch-Kincaid grade, with syllables counted by
 * their vowels. For single sentences it is rough; one long word weighs much.
 */
final class ReadingLevel {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;:](?:\\s+|$)");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z']+");
    private static final Pattern SILENT_END = Pattern.compile("(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]{1,2}");

    private ReadingLevel() {}

    /** Below zero for a very easy text. */
    static double of(String text) {
        List<String> words = parts(NO_WORD, text);
        double sentences = parts(SENTENCE_END, text).size();
        double syllables = words.stream().mapToInt(ReadingLevel::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    /** At least one. */
    static int syllables(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String spoken = lower.length() <= 3 ? lower : SILENT_END.matcher(lower).replaceFirst("");
        return Math.max(1, parts(VOWELS, " " + spoken + " ").size() - 1);
    }

    private static List<String> parts(Pattern separator, String text) {
        return Arrays.stream(separator.split(text))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
