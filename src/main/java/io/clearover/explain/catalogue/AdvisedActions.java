package io.clearover.explain.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * The quick actions that the advice on a cause speaks of. Immutable.
 *
 * @param usual in any kind of step that has none of its own
 * @param byKind by the id of the {@link StepKind} that has its own
 */
public record AdvisedActions(Set<QuickAction> usual, Map<String, Set<QuickAction>> byKind) {

    static final AdvisedActions NONE = new AdvisedActions(Set.of(), Map.of());

    public AdvisedActions {
        usual = Set.copyOf(usual);
        byKind = Map.copyOf(byKind);
    }

    /** Those for a failure in that kind of step; may be empty. */
    public Set<QuickAction> in(StepKind kind) {
        return byKind.getOrDefault(kind.id(), usual);
    }
}
