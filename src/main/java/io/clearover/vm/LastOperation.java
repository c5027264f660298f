package io.clearover.vm;

import io.clearover.database.Json;
import io.clearover.job.TestOutcome;
import java.util.List;

/**
 * The persisted summary of a VM's last operation, as it was said when the operation ended; the document is described in
 * docs/operation-summary.md. {@link LastOperations} reads it.
 *
 * @param version of the document's form; null if another program wrote it
 * @param operationType test_failover, live_failover or rollback
 * @param status completed, failed or cancelled
 * @param progress 0 to 100, where it ended
 * @param timestamp when it ended, ISO-8601 in UTC
 * @param startedBy who started it; null if unknown
 * @param failedStep what people call the step that failed; null (a list: empty) unless it failed, as the next nine
 * @param actions what a program could offer to do when it ended, named as by POST /explanations; what can be done now is in
 *     the VM's {@code allowed_actions}
 * @param retryable whether the same operation would probably have succeeded when just run again later; null in documents
 *     from before it was kept, as the next two, while actions are empty there
 * @param cause the slug of what was found to be the cause; unrecognized if it was not known
 * @param documentation the path of the cause's section in the documentation
 * @param testOutcome what the test of a test failover has shown, recorded after its end; null until then
 */
public record LastOperation(
        Integer version,
        String jobId,
        String externalJobId,
        String operationType,
        String status,
        Double progress,
        String timestamp,
        Integer stepsCompleted,
        Integer stepsTotal,
        Long durationSeconds,
        String startedBy,
        String failedStep,
        String errorMessage,
        String errorReason,
        String errorCategory,
        String errorSeverity,
        List<String> actionableSteps,
        List<String> actions,
        Boolean retryable,
        String cause,
        String documentation,
        TestOutcome testOutcome) {

    /** The form that this version writes. */
    public static final int VERSION = 1;

    /** The document for the column. */
    public String toJson() {
        return Json.write(this);
    }
}
