package io.clearover.explain.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ahocorasick.trie.PayloadTrie;

/**
 * Finds in one pass over a text which of all patterns' literals occur in it, and where: only their rules can match.
 * Takes time linear in the text. Thread-safe.
 */
final class LiteralIndex {
    private final List<List<CauseRule>> rules;
    private final PayloadTrie<Integer> literals;

    LiteralIndex(List<CauseRule> rules) {
        Map<String, List<CauseRule>> byLiteral = new LinkedHashMap<>();
        rules.forEach(rule -> byLiteral
                .computeIfAbsent(rule.pattern().literal(), literal -> new ArrayList<>())
                .add(rule));
        this.rules = List.copyOf(byLiteral.values());
        PayloadTrie.PayloadTrieBuilder<Integer> builder = PayloadTrie.builder();
        int number = 0;
        for (String literal : byLiteral.keySet()) {
            builder.addKeyword(literal, number++);
        }
        this.literals = builder.build();
    }

    /** A rule whose pattern may match at these places. */
    record Candidate(CauseRule rule, LastOccurrences occurrences) {}

    List<Candidate> in(String flat) {
        LastOccurrences[] found = new LastOccurrences[rules.size()];
        literals.parseText(flat, emit -> {
            int number = emit.getPayload();
            if (found[number] == null) {
                found[number] = new LastOccurrences();
            }
            found[number].add(emit.getStart());
            return true;
        });
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < found.length; number++) {
            LastOccurrences occurrences = found[number];
            if (occurrences != null) {
                rules.get(number).forEach(rule -> candidates.add(new Candidate(rule, occurrences)));
            }
        }
        return candidates;
    }
}
