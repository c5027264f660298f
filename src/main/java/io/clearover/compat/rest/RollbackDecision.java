package io.clearover.compat.rest;

import io.clearover.job.FailoverType;
import java.util.List;

/**
 * A question to ask before a rollback.
 *
 * @param defaultValue what is done if nobody answers
 * @param required always false
 */
public record RollbackDecision(
        String decisionId, String question, List<String> options, String defaultValue, boolean required) {

    private static final List<String> YES_OR_NO = List.of("yes", "no");

    static RollbackDecision of(FailoverType type) {
        return type == FailoverType.LIVE
                ? new RollbackDecision(
                        "power_on_source",
                        "Switch the source VM on again? The VM at the destination is removed, and what it wrote since the"
                                + " failover is lost.",
                        YES_OR_NO,
                        "no",
                        false)
                : new RollbackDecision(
                        "remove_test_vm",
                        "Remove the test VM? What it wrote is lost; the source VM runs on.",
                        YES_OR_NO,
                        "yes",
                        false);
    }
}
