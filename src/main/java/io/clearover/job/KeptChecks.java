package io.clearover.job;

import java.time.Instant;
import java.util.List;

/**
 * What was found after a job failed, as it is kept with it.
 *
 * @param checkedAt when it was looked for, in whole seconds
 * @param findings of the probes that were asked, in the order in which people read them
 * @param leftBehind what was still there of the operation
 * @param allSeen whether all that may be left behind could be looked for: only then does nothing mean that there is nothing
 */
public record KeptChecks(
        Instant checkedAt, List<KeptFinding> findings, List<KeptLeftover> leftBehind, boolean allSeen) {

    /** Lists that a document doesn't have are empty. */
    public KeptChecks {
        findings = findings == null ? List.of() : List.copyOf(findings);
        leftBehind = leftBehind == null ? List.of() : List.copyOf(leftBehind);
    }
}
