package io.clearover.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the root cause in a raw error. Wrapped messages, stack traces, tool output and JSON bodies all have in common
 * that the innermost cause stands last: so of all that match, the most telling and then the last one decides; where two
 * end at the same place, one that belongs to the step and then the longer one. A failure that is told after the first
 * one, such as that of the cleanup, is no cause of it. Thread-safe.
 */
final class CauseFinder {
    private static final Comparator<Match> DECISIVE = Comparator.comparing(
                    (Match match) -> match.span().end())
            .thenComparing(match -> match.rule().pattern().isLimited())
            .thenComparing(match -> match.span().length());

    private final LiteralIndex index;
    private final CutOff cutOff;

    CauseFinder(List<Cause> causes) {
        List<Rule> rules = causes.stream()
                .flatMap(cause -> cause.patterns().stream().map(pattern -> new Rule(cause, pattern)))
                .toList();
        this.index = new LiteralIndex(rules);
        this.cutOff = new CutOff(
                rules.stream().filter(rule -> has(rule, Rank.SPECIFIC)).toList());
    }

    private record Match(Rule rule, CausePattern.Span span) {}

    /** Empty if nothing in the catalogue matches. */
    Optional<Rule> find(String rawError, String kind) {
        String first = Suppressed.without(rawError);
        String flat = RawError.flatten(first);
        Optional<Rule> found = inFirstFailure(flat, kind).or(() -> findIn(flat, kind));
        boolean whole = first == null || first.length() == rawError.length();
        return whole ? found : found.or(() -> findIn(RawError.flatten(rawError), kind));
    }

    /** What failed while the first failure was cleaned up stands last, but decides only if nothing else does. */
    private Optional<Rule> inFirstFailure(String flat, String kind) {
        return SecondaryFailure.before(flat)
                .flatMap(first -> findIn(first.text(), kind).filter(rule -> first.sure() || !has(rule, Rank.SYMPTOM)));
    }

    private Optional<Rule> findIn(String flat, String kind) {
        List<LiteralIndex.Candidate> candidates = index.in(flat).stream()
                .filter(candidate -> candidate.rule().pattern().appliesTo(kind))
                .collect(Collectors.toList());
        return last(Rank.SPECIFIC, candidates, flat)
                .or(() -> cutOff.in(flat, rule -> rule.pattern().appliesTo(kind)))
                .or(() -> last(Rank.BROAD, candidates, flat))
                .or(() -> last(Rank.SYMPTOM, candidates, flat));
    }

    private static Optional<Rule> last(Rank rank, List<LiteralIndex.Candidate> candidates, String flat) {
        Match best = null;
        for (LiteralIndex.Candidate candidate : candidates) {
            if (has(candidate.rule(), rank)) {
                best = better(best, match(candidate, flat));
            }
        }
        return Optional.ofNullable(best).map(Match::rule);
    }

    private static boolean has(Rule rule, Rank rank) {
        return rule.cause().rank() == rank;
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
