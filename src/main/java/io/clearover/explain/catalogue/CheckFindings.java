package io.clearover.explain.catalogue;

import java.util.Map;

/**
 * A check before an operation, as it is told of. What it finds wrong in a raw error is told by the causes; what it finds
 * otherwise has words of its own.
 *
 * @param id its stable slug
 * @param category of what it looks at
 * @param findings what it has words for, and what each comes to
 */
public record CheckFindings(String id, Category category, Map<String, CheckResult> findings) {

    /** Has the words for what any check can find. */
    public static final String ANY = "any";

    public CheckFindings {
        findings = Map.copyOf(findings);
    }
}
