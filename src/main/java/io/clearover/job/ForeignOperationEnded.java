package io.clearover.job;

import io.clearover.explain.catalogue.FailedOperation;
import java.time.Instant;

/**
 * A failover, rollback or replication that another program ran has ended. Fired by the watch of their jobs, inside a
 * transaction in which the VM's row is locked; of jobs of one VM that ended, the last one last. What is stored of the job is
 * the other program's, and no observer changes it. docs/events.md lists the observers.
 *
 * @param jobId of {@code job_tracking} or {@code replication_jobs}; not empty, of any length
 * @param externalJobId null if it has none
 * @param percent how far it was, 0 to 100
 * @param progress in steps; null for what has none
 * @param failedStep raw name of the step that failed; null if none is known
 * @param failure what speaks for or against an advice; of no meaning unless it failed
 * @param error the raw error; null unless it failed, and if none is recorded
 * @param at when it ended, or else when it was first seen to have ended
 * @param durationSeconds null if the recorded times can't be true
 */
public record ForeignOperationEnded(
        String jobId,
        String externalJobId,
        ContextId contextId,
        JobKind kind,
        JobStatus status,
        double percent,
        Progress progress,
        String failedStep,
        FailedOperation failure,
        String error,
        Instant at,
        Long durationSeconds) {}
