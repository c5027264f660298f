package io.clearover.explain.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase as it is written in the vocabulary: words, alternatives in round brackets of which one may be empty, and a star
 * for some words in between, such as {@code (volume|disk) * (not found|is gone)}.
 */
final class PhrasePattern {
    private static final int MOST = 400;

    private PhrasePattern() {}

    /**
     * The phrases that it stands for, each as words in their form.
     *
     * @throws IllegalArgumentException if it is not usable
     */
    static List<List<String>> phrases(String pattern, WordForms forms) {
        List<String> texts = expand(pattern);
        if (texts.size() > MOST) {
            throw new IllegalArgumentException(
                    "stands for %d phrases, more than %d: %s".formatted(texts.size(), MOST, pattern));
        }
        return texts.stream()
                .map(text -> words(text, pattern, forms))
                .distinct()
                .toList();
    }

    private static List<String> expand(String pattern) {
        int open = pattern.indexOf('(');
        if (open < 0) {
            return List.of(pattern);
        }
        int close = pattern.indexOf(')', open);
        if (close < 0) {
            throw new IllegalArgumentException("a bracket is never closed: " + pattern);
        }
        List<String> rest = expand(pattern.substring(close + 1));
        List<String> found = new ArrayList<>();
        for (String alternative : pattern.substring(open + 1, close).split("\\|", -1)) {
            rest.forEach(end -> found.add(pattern.substring(0, open) + alternative + end));
        }
        return found;
    }

    private static List<String> words(String text, String pattern, WordForms forms) {
        List<String> phrase = new ArrayList<>();
        for (String part : text.strip().split("\\s+")) {
            if (part.equals(PhraseTrie.GAP) || part.equals(WordReader.ADDRESS)) {
                phrase.add(part);
            } else if (part.startsWith("/") || part.startsWith(".") || part.endsWith("#")) {
                phrase.add(part);
            } else {
                Words words = WordReader.read(forms, part);
                for (int index = 0; index < words.size(); index++) {
                    phrase.add(words.word(index));
                }
            }
        }
        if (phrase.equals(List.of("#"))) {
            throw new IllegalArgumentException("is a number, and no word: " + pattern);
        }
        if (phrase.isEmpty()
                || phrase.get(0).equals(PhraseTrie.GAP)
                || phrase.get(phrase.size() - 1).equals(PhraseTrie.GAP)) {
            throw new IllegalArgumentException("must begin and end with a word: " + pattern);
        }
        return phrase;
    }
}
