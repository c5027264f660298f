package io.clearover.live;

import io.clearover.job.view.JobRow;
import io.clearover.job.view.ReplicationRow;
import io.clearover.job.view.StepRow;
import java.time.Instant;

/**
 * One row of a look: a job with one of its steps (null if it has none yet), or a replication.
 *
 * @param replication whether it is one; its times are then in the writer's zone
 * @param queuePosition as {@link LiveJob}'s
 */
public record LiveRow(
        boolean replication,
        String id,
        String externalJobId,
        String contextId,
        String vmName,
        String jobType,
        String operation,
        String status,
        String metadata,
        String errorMessage,
        Instant startedAt,
        Instant completedAt,
        Instant updatedAt,
        Instant canceledAt,
        Integer queuePosition,
        String stepName,
        Integer stepSeq,
        String stepStatus,
        Instant stepStartedAt,
        Instant stepCompletedAt,
        String stepError,
        String replicationType,
        Double progressPercent,
        String currentOperation,
        String errorDetails) {

    JobRow job() {
        return new JobRow(
                id,
                externalJobId,
                contextId,
                vmName,
                jobType,
                operation,
                status,
                metadata,
                errorMessage,
                startedAt,
                completedAt,
                updatedAt,
                canceledAt,
                null);
    }

    boolean hasStep() {
        return stepSeq != null;
    }

    StepRow step() {
        return new StepRow(id, stepName, stepSeq, stepStatus, stepStartedAt, stepCompletedAt, stepError, null);
    }

    ReplicationRow replicationRow() {
        return new ReplicationRow(
                id,
                replicationType,
                status,
                progressPercent,
                currentOperation,
                errorMessage,
                errorDetails,
                null,
                startedAt,
                completedAt);
    }
}
