package io.clearover.explain.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the suppressed exceptions out of Java stack traces: what failed while the first failure was being cleaned up.
 * Such a block stands deeper than the exception it belongs to and ends where the text is less deep again.
 */
final class SuppressedExceptions {
    private static final String MARK = "Suppressed:";

    private SuppressedExceptions() {}

    /** The text as it is if there are none. Takes time linear in the text's length. */
    static String without(String raw) {
        if (raw == null || !raw.contains(MARK)) {
            return raw;
        }
        StringBuilder kept = new StringBuilder(raw.length());
        int block = -1;
        for (Line line : lines(raw)) {
            boolean ends = line.depth() < block || (line.depth() == block && !continues(raw, line));
            block = ends ? -1 : block;
            if (block < 0 && raw.startsWith(MARK, line.start())) {
                block = line.depth();
            }
            if (block < 0) {
                kept.append(raw, line.from(), line.to());
            }
        }
        return kept.toString();
    }

    private static boolean continues(String raw, Line line) {
        return raw.startsWith(MARK, line.start()) || raw.startsWith("Caused by:", line.start());
    }

    /**
     * @param start where its text begins, after the indentation
     * @param depth the width of the indentation
     */
    private record Line(int from, int start, int to, int depth) {}

    /** Line breaks and tabs may be escaped, as in JSON. */
    private static List<Line> lines(String raw) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from < raw.length()) {
            int start = from;
            int depth = 0;
            for (int width = blank(raw, start); width > 0; width = blank(raw, start)) {
                start += width;
                depth++;
            }
            int to = start;
            while (to < raw.length() && lineBreak(raw, to) == 0) {
                to++;
            }
            to += to < raw.length() ? lineBreak(raw, to) : 0;
            lines.add(new Line(from, start, to, depth));
            from = to;
        }
        return lines;
    }

    private static int blank(String raw, int at) {
        if (at >= raw.length()) {
            return 0;
        }
        char c = raw.charAt(at);
        return c == '\t' || c == ' ' ? 1 : escaped(raw, at, 't');
    }

    private static int lineBreak(String raw, int at) {
        return raw.charAt(at) == '\n' ? 1 : escaped(raw, at, 'n');
    }

    private static int escaped(String raw, int at, char letter) {
        return raw.charAt(at) == '\\' && at + 1 < raw.length() && raw.charAt(at + 1) == letter ? 2 : 0;
    }
}
