package io.clearover.explain.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * What a step does, whatever it is called: steps of one kind share their words and their generic answer.
 *
 * @param id the kind's stable name, used in the catalogue's files only
 * @param category of the generic answer
 * @param quickActions what the generic answer speaks of
 * @param usualOperation the operation to assume when it is not given; empty if several have such a step
 */
public record StepKind(
        String id, Category category, Set<QuickAction> quickActions, Optional<OperationType> usualOperation) {
    private static final Set<String> WITH_FINAL_SYNC = Set.of("preflight", "discovery", "final-sync");

    public StepKind {
        quickActions = Set.copyOf(quickActions);
    }

    /**
     * The operation that failed in such a step; empty if it is not known and several have one.
     *
     * @param given null if not known
     */
    public Optional<OperationType> operation(OperationType given) {
        return Optional.ofNullable(given).or(() -> usualOperation);
    }

    /** Whether a test failover without the final synchronization would get past this step without the source. */
    public boolean readsSource() {
        return WITH_FINAL_SYNC.contains(id);
    }

    /** Whether the checks of a preflight would show the failure without a failover. */
    public boolean isPreflight() {
        return id.equals("preflight");
    }

    /** Whether a test failover without driver installation would not have this step. */
    public boolean installsDrivers() {
        return id.equals("drivers");
    }
}
