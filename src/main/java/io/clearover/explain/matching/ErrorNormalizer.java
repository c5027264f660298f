package io.clearover.explain.matching;

/**
 * Makes a raw error comparable: one line in lower case with single spaces, without terminal colours, JSON escapes
 * (however often encoded), typographic quotes and stack frames. Time and space are linear in the text's length.
 */
final class ErrorNormalizer {
    private static final char ESCAPE = '\u001b';

    private final String raw;
    private final StringBuilder flat;
    private int at;

    private ErrorNormalizer(String raw) {
        this.raw = raw;
        this.flat = new StringBuilder(raw.length());
    }

    /** Never null; empty for null. */
    static String normalize(String raw) {
        return raw == null ? "" : new ErrorNormalizer(raw).normalize();
    }

    private String normalize() {
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c == ESCAPE) {
                skipColour();
            } else if (c == '\\') {
                unescape();
            } else {
                append(c);
                at++;
            }
        }
        return StackFrames.without(flat.toString().strip());
    }

    private void append(char c) {
        char plain =
                switch (c) {
                    case '\u2018', '\u2019', '\u201a', '\u2032' -> '\'';
                    case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
                    default -> isBlank(c) ? ' ' : Character.toLowerCase(c);
                };
        boolean repeatedBlank = plain == ' ' && !flat.isEmpty() && flat.charAt(flat.length() - 1) == ' ';
        if (!repeatedBlank) {
            flat.append(plain);
        }
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff' || c == '\u200b';
    }

    /** Skips {@code ESC [ parameters letter}. */
    private void skipColour() {
        at++;
        if (at < raw.length() && raw.charAt(at) == '[') {
            at++;
            while (at < raw.length() && (Character.isDigit(raw.charAt(at)) || raw.charAt(at) == ';')) {
                at++;
            }
            at++;
        }
    }

    /** Any number of backslashes and what they escape. */
    private void unescape() {
        while (at < raw.length() && raw.charAt(at) == '\\') {
            at++;
        }
        if (at == raw.length()) {
            return;
        }
        char c = raw.charAt(at);
        if (c == 'u' && isHex(at + 1)) {
            append((char) Integer.parseInt(raw, at + 1, at + 5, 16));
            at += 5;
        } else if (c == 'n' || c == 'r' || c == 't') {
            append(' ');
            at++;
        } else if (c != '"' && c != '\'' && c != '/') {
            append('\\');
        }
    }

    private boolean isHex(int from) {
        if (from + 4 > raw.length()) {
            return false;
        }
        return raw.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
