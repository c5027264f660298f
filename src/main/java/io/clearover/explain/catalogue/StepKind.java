package io.clearover.explain.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * What a step does, whatever it is called: steps of one kind share their words and their generic answer.
 *
 * @param id the kind's stable name, used in the catalogue's files only
 * @param category of the generic answer
 * @param quickActions what the generic answer speaks of
 * @param helpedBy of the actions that help in some kinds of step alone, those that help in this one: to run the checks where
 *     they failed, to leave out what failed
 * @param usualOperation the operation to assume when it is not given; empty if several have such a step
 */
public record StepKind(
        String id,
        Category category,
        Set<QuickAction> quickActions,
        Set<QuickAction> helpedBy,
        Optional<OperationType> usualOperation) {

    public StepKind {
        quickActions = Set.copyOf(quickActions);
        helpedBy = Set.copyOf(helpedBy);
    }

    /**
     * The operation that failed in such a step; empty if it is not known and several have one.
     *
     * @param given null if not known
     */
    public Optional<OperationType> operation(OperationType given) {
        return Optional.ofNullable(given).or(() -> usualOperation);
    }
}
