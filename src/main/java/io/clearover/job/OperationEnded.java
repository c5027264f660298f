package io.clearover.job;

import java.time.Duration;
import java.time.Instant;

/**
 * An operation has ended. Fired by the service that starts such operations, inside the transaction that ends the job: what an
 * observer writes is there together with the job's end, or not at all. docs/events.md lists the observers.
 *
 * @param failedStep raw name of the step that failed; null if none did
 * @param error the raw error; null unless it failed
 * @param leftSomething whether what it did is still there, so that a rollback has to remove it
 * @param options what its request asked for
 * @param windows whether the VM's guest is Windows; null if unknown, and unless it failed
 * @param startedBy who started it; null if unknown
 */
public record OperationEnded(
        JobId jobId,
        String externalJobId,
        ContextId contextId,
        JobKind kind,
        JobStatus status,
        Progress progress,
        String failedStep,
        String error,
        boolean leftSomething,
        Options options,
        Boolean windows,
        String startedBy,
        Instant at,
        Duration duration) {}
