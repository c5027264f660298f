package io.clearover.explain.matching;

import java.util.ArrayList;
import java.util.List;

/** The texts that must occur, as they stand and in this order, in everything that an expression matches. */
final class LiteralRuns {
    private static final String QUANTIFIERS = "?*{";
    private static final String BRACKETS = "([{";

    private final String source;
    private final StringBuilder run = new StringBuilder();
    private final List<String> runs = new ArrayList<>();
    private final List<List<String>> demanded = new ArrayList<>();
    private int longest;

    private LiteralRuns(String source) {
        this.source = source;
    }

    /**
     * The runs of literal characters outside groups.
     *
     * @throws IllegalArgumentException for what this catalogue does not use: upper case, anchors, alternatives outside
     *     groups
     */
    static LiteralRuns in(String source) {
        LiteralRuns runs = new LiteralRuns(source);
        int at = 0;
        while (at < source.length()) {
            at = runs.read(at);
        }
        runs.end();
        return runs;
    }

    /** The longest run, the first of several; empty if there is none. */
    String longest() {
        return runs.isEmpty() ? "" : runs.get(longest);
    }

    /**
     * Whether a text can match: the other runs stand around the longest one in their order, and there is one of the
     * alternatives of each group.
     *
     * @param at where the longest one starts in the text
     */
    boolean areIn(String text, int at) {
        return areAround(text, at)
                && demanded.stream().allMatch(group -> group.stream().anyMatch(text::contains));
    }

    private boolean areAround(String text, int at) {
        int start = at;
        for (int number = longest - 1; number >= 0 && start >= 0; number--) {
            start = text.lastIndexOf(runs.get(number), start - runs.get(number).length());
        }
        int end = start < 0 ? -1 : at + longest().length();
        for (int number = longest + 1; number < runs.size() && end >= 0; number++) {
            int next = text.indexOf(runs.get(number), end);
            end = next < 0 ? -1 : next + runs.get(number).length();
        }
        return end >= 0;
    }

    private int read(int at) {
        char c = source.charAt(at);
        switch (c) {
            case '|' ->
                throw new IllegalArgumentException("write alternatives outside groups as patterns of their own");
            case '^', '$' -> throw new IllegalArgumentException("anchors have no meaning here: " + c);
            case '(' -> {
                return group(at);
            }
            case '[', '{' -> {
                end();
                return skip(at);
            }
            case '.', '?', '*', '+' -> end();
            case '\\' -> {
                return escape(at);
            }
            default -> literal(c, at + 1);
        }
        return at + 1;
    }

    /** Reads a group; one that has to match demands one of its alternatives. */
    private int group(int at) {
        end();
        int next = skip(at);
        boolean optional = next < source.length() && QUANTIFIERS.indexOf(source.charAt(next)) >= 0;
        List<String> alternatives = optional ? List.of("") : alternatives(source.substring(at + 1, next - 1));
        if (!alternatives.contains("")) {
            demanded.add(alternatives);
        }
        return next;
    }

    /** The longest run of each alternative in a group. */
    private static List<String> alternatives(String group) {
        String inner = group.startsWith("?:") ? group.substring(2) : group;
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < inner.length(); at++) {
            char c = inner.charAt(at);
            if (c == '\\') {
                at++;
            } else if (BRACKETS.indexOf(c) >= 0) {
                at = new LiteralRuns(inner).skip(at) - 1;
            } else if (c == '|') {
                found.add(in(inner.substring(start, at)).longest());
                start = at + 1;
            }
        }
        found.add(in(inner.substring(start)).longest());
        return found;
    }

    private int escape(int at) {
        if (at + 1 == source.length()) {
            throw new IllegalArgumentException("ends with a backslash");
        }
        char escaped = source.charAt(at + 1);
        if (Character.isLetterOrDigit(escaped)) {
            end();
        } else {
            literal(escaped, at + 2);
        }
        return at + 2;
    }

    private void literal(char c, int next) {
        if (Character.isUpperCase(c)) {
            throw new IllegalArgumentException("texts are compared in lower case, but it contains " + c);
        }
        boolean optional = next < source.length() && QUANTIFIERS.indexOf(source.charAt(next)) >= 0;
        if (optional) {
            end();
        } else {
            run.append(c);
        }
    }

    /** The index after the bracket that closes the one at {@code at}. */
    private int skip(int at) {
        int depth = 0;
        for (int i = at; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = endOfClass(i);
                if (depth == 0) {
                    return i + 1;
                }
            } else if (BRACKETS.indexOf(c) >= 0) {
                depth++;
            } else if (")}".indexOf(c) >= 0 && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("a bracket is never closed");
    }

    /** The index of the bracket that closes a class of characters; the other brackets in it stand for themselves. */
    private int endOfClass(int at) {
        for (int i = at + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ']') {
                return i;
            }
        }
        throw new IllegalArgumentException("a bracket is never closed");
    }

    private void end() {
        if (run.isEmpty()) {
            return;
        }
        runs.add(run.toString());
        if (run.length() > longest().length()) {
            longest = runs.size() - 1;
        }
        run.setLength(0);
    }
}
