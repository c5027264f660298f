package io.clearover.job;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What was found after a job failed, as it is kept with it.
 *
 * @param checkedAt when it was looked for, in whole seconds
 * @param findings of the probes that were asked, in the order in which people read them
 * @param leftBehind what was still there of the operation, at most 40 things
 * @param allSeen whether all that may be left behind could be looked for: only then does nothing mean that there is nothing
 */
public record KeptChecks(
        Instant checkedAt, List<KeptFinding> findings, List<KeptLeftover> leftBehind, boolean allSeen) {

    private static final int MOST = 40;

    /** Lists that a document doesn't have are empty, and none is so long that the job's document could not be read. */
    public KeptChecks {
        findings = bounded(findings);
        leftBehind = bounded(leftBehind);
    }

    private static <T> List<T> bounded(List<T> list) {
        return list == null
                ? List.of()
                : list.stream().filter(Objects::nonNull).limit(MOST).toList();
    }
}
