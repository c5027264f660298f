package io.clearover.diagnosis;

import io.clearover.job.FailoverType;
import io.clearover.job.JobKind;
import java.time.Instant;

/**
 * The newest failover of a VM that has ended, whichever program ran it.
 *
 * @param externalJobId null if its program gave it none
 * @param failed whether it failed, as its row says
 * @param step raw name of the step that failed; null if none did
 * @param error the raw error; null if there is none
 * @param at when it ended, as far as that is recorded; else when it began
 */
public record LastRun(
        String jobId, String externalJobId, JobKind kind, boolean failed, String step, String error, Instant at) {

    FailoverType type() {
        return kind == JobKind.LIVE_FAILOVER ? FailoverType.LIVE : FailoverType.TEST;
    }
}
