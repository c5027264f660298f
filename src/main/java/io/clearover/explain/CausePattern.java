package io.clearover.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * A pattern of a cause. Its longest literal run is looked for first, which is fast; the expression itself then only
 * reads the surroundings of a few occurrences, so that the time stays linear in the text, whatever the text.
 */
final class CausePattern {
    private static final int SURROUNDINGS = 400;
    private static final int OCCURRENCES = 6;
    private static final int SHORTEST_LITERAL = 4;
    private static final int SHORTEST_START = 12;

    private final String source;
    private final String literal;
    private final Pattern pattern;
    private final Set<String> kinds;

    /**
     * @param source an RE2 expression in lower case, for text as {@link RawError} makes it
     * @param kinds the kinds of step that it is limited to; empty for all
     * @throws IllegalArgumentException if the expression is no good; the message says why
     */
    CausePattern(String source, Set<String> kinds) {
        this.source = source;
        this.kinds = Set.copyOf(kinds);
        this.literal = LiteralRun.longestIn(source);
        if (literal.length() < SHORTEST_LITERAL) {
            throw new IllegalArgumentException("needs at least %d literal characters in a row outside groups: %s"
                    .formatted(SHORTEST_LITERAL, source));
        }
        this.pattern = isLiteral() ? null : compile(source);
    }

    private static Pattern compile(String source) {
        try {
            return Pattern.compile(source);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a valid expression: " + e.getMessage(), e);
        }
    }

    /**
     * Where a text matches.
     *
     * @param end the index after the match
     * @param length its number of characters
     */
    record Span(int end, int length) {}

    boolean appliesTo(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    boolean isLimited() {
        return !kinds.isEmpty();
    }

    Set<String> kinds() {
        return kinds;
    }

    /** The last match in the text. */
    Optional<Span> lastIn(String flat) {
        if (!flat.contains(literal)) {
            return Optional.empty();
        }
        int found = flat.lastIndexOf(literal);
        if (isLiteral()) {
            return Optional.of(new Span(found + literal.length(), literal.length()));
        }
        for (int tried = 0; found >= 0 && tried < OCCURRENCES; tried++) {
            Optional<Span> span = lastAround(flat, found);
            if (span.isPresent()) {
                return span;
            }
            found = flat.lastIndexOf(literal, found - 1);
        }
        return Optional.empty();
    }

    private Optional<Span> lastAround(String flat, int found) {
        int from = Math.max(0, found - SURROUNDINGS);
        int to = Math.min(flat.length(), found + literal.length() + SURROUNDINGS);
        Matcher matcher = pattern.matcher(flat.substring(from, to));
        Optional<Span> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(new Span(from + matcher.end(), matcher.end() - matcher.start()));
        }
        return last;
    }

    /** True if the text was cut off within this pattern, and so much is left of it that nothing else is likely. */
    boolean isCutOffIn(String flat) {
        if (!isLiteral()) {
            return false;
        }
        int shortest = Math.max(SHORTEST_START, literal.length() * 2 / 3);
        for (int length = literal.length() - 1; length >= shortest; length--) {
            if (flat.regionMatches(flat.length() - length, literal, 0, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLiteral() {
        return literal.length() == source.length();
    }

    @Override
    public String toString() {
        return source;
    }
}
