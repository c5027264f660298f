package io.clearover.compat.rest;

import io.clearover.operation.OpenedOperation;
import io.clearover.operation.rest.StartedOperation;
import java.time.Instant;

/**
 * The answer to a clean-up that has completed.
 *
 * @param success always true
 * @param jobId the external id of the rollback that did it, with the VM's name as it is
 * @param internalJobId that job's own id
 */
public record CleanedUp(
        boolean success, String message, String vmName, Instant timestamp, String jobId, String internalJobId) {

    static CleanedUp by(OpenedOperation rollback, Instant now) {
        return new CleanedUp(
                true,
                "All that was left is removed, and the VM is ready again.",
                rollback.vm().name(),
                now,
                StartedOperation.namedId(rollback),
                rollback.job().id().value());
    }
}
