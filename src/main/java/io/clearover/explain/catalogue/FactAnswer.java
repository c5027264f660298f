package io.clearover.explain.catalogue;

import io.clearover.explain.facts.FactNeeds;
import io.clearover.explain.facts.Facts;
import java.util.Set;

/**
 * What follows from facts where no cause is known: a row of the table in {@code fact-answers.json}, of which the first that
 * fits decides.
 *
 * @param facts for which it holds
 * @param kinds the kinds of step for which it holds; empty for all
 * @param category where the cause lies
 * @param retryable whether the same operation would probably succeed when just run again later
 */
public record FactAnswer(FactNeeds facts, Set<String> kinds, Category category, boolean retryable) {

    public FactAnswer {
        kinds = Set.copyOf(kinds);
    }

    boolean holdsFor(Facts told, StepKind kind) {
        return facts.areMetBy(told) && (kinds.isEmpty() || kinds.contains(kind.id()));
    }

    boolean holdsForAll() {
        return facts.equals(FactNeeds.NONE) && kinds.isEmpty();
    }
}
