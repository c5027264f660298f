package io.clearover.explain.facts;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings words to one form: lower case, no plural s, one form of each auxiliary verb, no articles; names of classes and
 * constants become the words that they are made of. A number after letters becomes {@code #}.
 */
final class WordForms {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("are", "is"),
            Map.entry("was", "is"),
            Map.entry("were", "is"),
            Map.entry("been", "is"),
            Map.entry("being", "is"),
            Map.entry("do", "does"),
            Map.entry("did", "does"),
            Map.entry("doe", "does"),
            Map.entry("could", "can"),
            Map.entry("isn", "is"),
            Map.entry("don", "does"),
            Map.entry("won", "will"),
            Map.entry("have", "has"),
            Map.entry("had", "has"),
            Map.entry("ha", "has"),
            Map.entry("fail", "failed"),
            Map.entry("failing", "failed"),
            Map.entry("failure", "failed"),
            Map.entry("entries", "entry"),
            Map.entry("policies", "policy"),
            Map.entry("directories", "directory"),
            Map.entry("libraries", "library"),
            Map.entry("capacities", "capacity"),
            Map.entry("capabilities", "capability"),
            Map.entry("dependencies", "dependency"),
            Map.entry("cancelled", "canceled"),
            Map.entry("licence", "license"));

    /** Names that are one word however they are written, in lower case. */
    private final Set<String> names;

    WordForms(Set<String> names) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    boolean isName(String word) {
        return names.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Adds the words of a run of letters, digits and underscores. */
    void addTo(Words words, String raw, int start, int end) {
        if (isName(raw.substring(start, end))) {
            words.add(raw.substring(start, end).toLowerCase(Locale.ROOT), start, end);
            return;
        }
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || raw.charAt(at) == '_' || isHump(raw, from, at, end)) {
                if (at > from) {
                    addOne(words, raw.substring(from, at), from, at);
                }
                from = at < end && raw.charAt(at) == '_' ? at + 1 : at;
            }
        }
    }

    /** Whether a word within a name such as {@code InvalidState} or {@code SSLHandshake} begins here. */
    private static boolean isHump(String raw, int from, int at, int end) {
        if (at == from || !Character.isUpperCase(raw.charAt(at))) {
            return false;
        }
        return Character.isLowerCase(raw.charAt(at - 1))
                || (at + 1 < end
                        && Character.isUpperCase(raw.charAt(at - 1))
                        && Character.isLowerCase(raw.charAt(at + 1)));
    }

    private void addOne(Words words, String word, int start, int end) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("cannot")) {
            words.add("can", start, end);
            words.add("not", start, end);
        } else if (!ARTICLES.contains(lower)) {
            words.add(names.contains(lower) ? lower : form(lower), start, end);
        }
    }

    private static String form(String lower) {
        String known = FORMS.get(lower);
        if (known != null) {
            return known;
        }
        int letters = lower.length();
        while (letters > 0 && !lower.startsWith("0x") && Character.isDigit(lower.charAt(letters - 1))) {
            letters--;
        }
        if (letters == 0) {
            return lower;
        }
        if (Character.isDigit(lower.charAt(0)) && !lower.startsWith("0x")) {
            return "#";
        }
        if (letters < lower.length()) {
            return lower.substring(0, letters) + "#";
        }
        boolean plural = letters > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us");
        String single = plural ? lower.substring(0, letters - 1) : lower;
        return FORMS.getOrDefault(single, single);
    }
}
