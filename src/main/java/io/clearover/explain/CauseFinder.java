package io.clearover.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the root cause in a raw error. Wrapped messages, stack traces, tool output and JSON bodies all have in common
 * that the innermost cause stands last: so of all that match, the most telling and then the last one decides; where two
 * end at the same place, one that belongs to the step and then the longer one.
 */
final class CauseFinder {
    private static final Comparator<Match> DECISIVE = Comparator.comparing(
                    (Match match) -> match.cause().rank())
            .thenComparing(match -> match.span().end())
            .thenComparing(Match::limited)
            .thenComparing(match -> match.span().length());

    private final List<Cause> causes;

    CauseFinder(List<Cause> causes) {
        this.causes = List.copyOf(causes);
    }

    private record Match(Cause cause, CausePattern.Span span, boolean limited) {}

    /** Empty if nothing in the catalogue matches. */
    Optional<Cause> find(String rawError, String kind) {
        String flat = RawError.flatten(rawError);
        Match best = null;
        for (Cause cause : causes) {
            for (CausePattern pattern : cause.patterns()) {
                best = better(best, match(cause, pattern, flat, kind));
            }
        }
        Optional<Cause> found = Optional.ofNullable(best).map(Match::cause);
        boolean decisive = found.isPresent() && found.get().rank() == Rank.SPECIFIC;
        return decisive ? found : cutOff(flat, kind).or(() -> found);
    }

    private static Match match(Cause cause, CausePattern pattern, String flat, String kind) {
        if (!pattern.appliesTo(kind)) {
            return null;
        }
        return pattern.lastIn(flat)
                .map(span -> new Match(cause, span, pattern.isLimited()))
                .orElse(null);
    }

    private static Match better(Match best, Match other) {
        boolean keep = other == null || (best != null && DECISIVE.compare(best, other) >= 0);
        return keep ? best : other;
    }

    /** The cause whose words a text that was cut to a column's size ends in. */
    private Optional<Cause> cutOff(String flat, String kind) {
        return causes.stream()
                .filter(cause -> cause.rank() == Rank.SPECIFIC)
                .filter(cause -> cause.patterns().stream()
                        .anyMatch(pattern -> pattern.appliesTo(kind) && pattern.isCutOffIn(flat)))
                .findFirst();
    }
}
