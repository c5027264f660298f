package io.clearover.explain.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the root cause in a raw error. Wrapped messages, stack traces, tool output and JSON bodies all have in common
 * that the innermost cause stands last: so of all that match, the most telling and then the last one decides; where two
 * end at the same place, one that belongs to the step and then the longer one. A failure that is told after the first
 * one, such as that of the cleanup, is no cause of it. Thread-safe.
 */
public final class CauseFinder {
    private static final Comparator<Match> DECISIVE = Comparator.comparing(
                    (Match match) -> match.span().end())
            .thenComparing(match -> match.rule().pattern().isLimited())
            .thenComparing(match -> match.span().length());

    private final LiteralIndex index;
    private final TruncatedMatch truncated;

    /** @param rules of all causes that can be found */
    public CauseFinder(List<CauseRule> rules) {
        this.index = new LiteralIndex(rules);
        this.truncated = new TruncatedMatch(
                rules.stream().filter(rule -> has(rule, MatchRank.SPECIFIC)).toList());
    }

    private record Match(CauseRule rule, CausePattern.Span span) {}

    /**
     * The rule whose cause is the root cause; empty if none matches.
     *
     * @param rawError of any length and form; null if there is none
     * @param kind of the step that failed
     * @param allowed which rules may answer
     */
    public Optional<CauseRule> find(String rawError, String kind, Predicate<CauseRule> allowed) {
        Predicate<CauseRule> which = rule -> rule.pattern().appliesTo(kind) && allowed.test(rule);
        String first = SuppressedExceptions.without(rawError);
        String flat = ErrorNormalizer.normalize(first);
        Optional<CauseRule> found = inFirstFailure(flat, which).or(() -> findIn(flat, which));
        boolean whole = first == null || first.length() == rawError.length();
        return whole ? found : found.or(() -> findIn(ErrorNormalizer.normalize(rawError), which));
    }

    /** What failed while the first failure was cleaned up stands last, but decides only if nothing else does. */
    private Optional<CauseRule> inFirstFailure(String flat, Predicate<CauseRule> which) {
        return SecondaryFailure.before(flat).flatMap(first -> findIn(first.text(), which)
                .filter(rule -> first.sure() || !has(rule, MatchRank.SYMPTOM)));
    }

    private Optional<CauseRule> findIn(String flat, Predicate<CauseRule> which) {
        List<LiteralIndex.Candidate> candidates = index.in(flat).stream()
                .filter(candidate -> which.test(candidate.rule()))
                .collect(Collectors.toList());
        return last(MatchRank.SPECIFIC, candidates, flat)
                .or(() -> truncated.in(flat, which))
                .or(() -> last(MatchRank.BROAD, candidates, flat))
                .or(() -> last(MatchRank.SYMPTOM, candidates, flat));
    }

    private static Optional<CauseRule> last(MatchRank rank, List<LiteralIndex.Candidate> candidates, String flat) {
        Match best = null;
        for (LiteralIndex.Candidate candidate : candidates) {
            if (has(candidate.rule(), rank)) {
                best = better(best, match(candidate, flat));
            }
        }
        return Optional.ofNullable(best).map(Match::rule);
    }

    private static boolean has(CauseRule rule, MatchRank rank) {
        return rule.rank() == rank;
    }

    private static Match match(LiteralIndex.Candidate candidate, String flat) {
        return candidate
                .rule()
                .pattern()
                .lastIn(flat, candidate.occurrences())
                .map(span -> new Match(candidate.rule(), span))
                .orElse(null);
    }

    private static Match better(Match best, Match other) {
        boolean keep = other == null || (best != null && DECISIVE.compare(best, other) >= 0);
        return keep ? best : other;
    }
}
