package io.clearover.explain;

/** Finds the text that must occur, as it stands, in everything that an expression matches. */
final class LiteralRun {
    private static final String QUANTIFIERS = "?*{";

    private final String source;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";

    private LiteralRun(String source) {
        this.source = source;
    }

    /**
     * The longest run of literal characters outside groups; empty if there is none.
     *
     * @throws IllegalArgumentException for what this catalogue does not use: upper case, anchors, alternatives outside
     *     groups
     */
    static String longestIn(String source) {
        return new LiteralRun(source).longest();
    }

    private String longest() {
        int at = 0;
        while (at < source.length()) {
            at = read(at);
        }
        end();
        return longest;
    }

    private int read(int at) {
        char c = source.charAt(at);
        switch (c) {
            case '|' ->
                throw new IllegalArgumentException("write alternatives outside groups as patterns of their own");
            case '^', '$' -> throw new IllegalArgumentException("anchors have no meaning here: " + c);
            case '(', '[', '{' -> {
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
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("a bracket is never closed");
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }
}
