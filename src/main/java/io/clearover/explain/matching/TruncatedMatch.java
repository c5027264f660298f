package io.clearover.explain.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the rule within whose words a text ends that was cut to a column's size, if so much of them is left that
 * nothing else is likely.
 */
final class TruncatedMatch {
    private static final int SHORTEST_START = 12;

    private final Map<String, List<CauseRule>> byStart = new HashMap<>();
    private final int longest;

    /** @param rules those whose pattern is no literal are left aside */
    TruncatedMatch(List<CauseRule> rules) {
        int most = 0;
        for (CauseRule rule : rules) {
            String literal = rule.pattern().literal();
            if (rule.pattern().isLiteral() && literal.length() > SHORTEST_START) {
                byStart.computeIfAbsent(literal.substring(0, SHORTEST_START), start -> new ArrayList<>())
                        .add(rule);
                most = Math.max(most, literal.length());
            }
        }
        this.longest = most;
    }

    /** The rule of which most is left. */
    Optional<CauseRule> in(String flat, Predicate<CauseRule> which) {
        for (int at = Math.max(0, flat.length() - longest); at <= flat.length() - SHORTEST_START; at++) {
            String rest = flat.substring(at);
            Optional<CauseRule> found = byStart.getOrDefault(rest.substring(0, SHORTEST_START), List.of()).stream()
                    .filter(rule -> startsWith(rule.pattern().literal(), rest))
                    .filter(which)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(String literal, String rest) {
        return literal.startsWith(rest) && rest.length() >= literal.length() * 2 / 3;
    }
}
