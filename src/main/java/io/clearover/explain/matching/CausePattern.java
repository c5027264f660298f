package io.clearover.explain.matching;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A pattern of a cause. Its longest literal run is looked for first, together with those of all other patterns; the
 * expression itself then only reads the surroundings of a few occurrences, so that the time stays linear in the text,
 * whatever the text.
 */
public final class CausePattern {
    private static final int SURROUNDINGS = 400;
    private static final int SHORTEST_LITERAL = 4;

    private final String source;
    private final LiteralRuns runs;
    private final String literal;
    private final Pattern pattern;
    private final Set<String> kinds;

    /**
     * @param source an RE2 expression in lower case, for text as {@link ErrorNormalizer} makes it
     * @param kinds the kinds of step that it is limited to; empty for all
     * @throws IllegalArgumentException if the expression is no good; the message says why
     */
    public CausePattern(String source, Set<String> kinds) {
        this.source = source;
        this.kinds = Set.copyOf(kinds);
        this.runs = LiteralRuns.in(source);
        this.literal = runs.longest();
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

    /** The kinds of step that it is limited to; empty for all. */
    public Set<String> kinds() {
        return kinds;
    }

    /** The text that occurs in everything that this matches. */
    String literal() {
        return literal;
    }

    /**
     * The last match in the text.
     *
     * @param occurrences where {@link #literal()} stands in the text
     */
    Optional<Span> lastIn(String flat, LastOccurrences occurrences) {
        for (int number = 0; number < occurrences.size(); number++) {
            Optional<Span> span = at(flat, occurrences.fromLast(number));
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }

    /** The last match at each of the places where {@link #literal()} stands. */
    List<Span> allIn(String flat, LastOccurrences occurrences) {
        return IntStream.range(0, occurrences.size())
                .map(occurrences::fromLast)
                .mapToObj(start -> at(flat, start))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Span> at(String flat, int found) {
        return isLiteral()
                ? Optional.of(new Span(found + literal.length(), literal.length()))
                : lastAround(flat, found);
    }

    private Optional<Span> lastAround(String flat, int found) {
        int from = Math.max(0, found - SURROUNDINGS);
        int to = Math.min(flat.length(), found + literal.length() + SURROUNDINGS);
        String around = flat.substring(from, to);
        if (!runs.areIn(around, found - from)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(around);
        Optional<Span> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(new Span(from + matcher.end(), matcher.end() - matcher.start()));
        }
        return last;
    }

    /** True if this is its literal and nothing else. */
    boolean isLiteral() {
        return literal.length() == source.length();
    }

    @Override
    public String toString() {
        return source;
    }
}
