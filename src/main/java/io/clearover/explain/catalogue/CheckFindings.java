package io.clearover.explain.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * A check before an operation, as it is told of. What it finds wrong in a raw error is told by the causes; what it finds
 * otherwise has words of its own.
 *
 * @param id its stable slug
 * @param category of what it looks at
 * @param findings what it has words for, and what each comes to
 * @param quickActions what the advice on a finding speaks of; none for a finding that is not in it
 */
public record CheckFindings(
        String id, Category category, Map<String, CheckResult> findings, Map<String, Set<QuickAction>> quickActions) {

    /** Has the words for what any check can find. */
    public static final String ANY = "any";

    public CheckFindings {
        findings = Map.copyOf(findings);
        quickActions = Map.copyOf(quickActions);
    }

    /** What the advice on a finding speaks of; may be empty. */
    public Set<QuickAction> quickActions(String finding) {
        return quickActions.getOrDefault(finding, Set.of());
    }
}
