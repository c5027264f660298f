package io.clearover.live;

import io.clearover.job.JobStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * The data of a {@code job} event: how a job is now, in the words of {@code GET /failover/{job_id}/status}.
 *
 * @param operationType replication, test_failover, live_failover, rollback, or operation for what other programs run
 * @param status pending, running, completed, failed or cancelled; stalled if another program has not reported on it for
 *     long; unknown where one has a word of its own
 * @param progress 0 to 100
 * @param currentStep the running step's name; for non-admins a neutral one made from the display name; null for
 *     replications
 * @param currentStepFriendly what runs now, for people; null when nothing does
 * @param stepsCompleted null for replications, as the next one
 * @param errorMessageUser what failed, in plain words; null unless the job failed, as the next one
 * @param side where the fault is: source, destination, appliance, guest or link; null where the error doesn't tell, as the
 *     next two
 * @param object what the fault is about, such as disk, snapshot or credentials
 * @param condition what is wrong with it, such as not_found, busy or timed_out
 * @param queuePosition place in the queue of a pending job, 1 is the next; null when it doesn't wait
 * @param cancelRequested whether somebody asked to stop it
 */
@RecordBuilder
public record LiveJob(
        String jobId,
        String externalJobId,
        String contextId,
        String vmName,
        String operationType,
        String displayName,
        String status,
        double progress,
        String currentStep,
        String currentStepFriendly,
        String failedStepFriendly,
        Integer stepsCompleted,
        Integer stepsTotal,
        Instant startedAt,
        Instant completedAt,
        String errorMessageUser,
        String errorCategory,
        String side,
        String object,
        String condition,
        Integer queuePosition,
        boolean cancelRequested) {

    boolean hasEnded() {
        return JobStatus.of(status).hasEnded();
    }
}
