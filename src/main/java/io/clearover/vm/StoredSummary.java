package io.clearover.vm;

import io.clearover.job.TestOutcome;
import java.util.List;

/**
 * {@code last_operation_summary} as it is stored, whoever wrote it (contract, section 3).
 *
 * @param version null if another program wrote it
 * @param failedStepInternal raw name of the step that failed, in documents of other programs
 * @param actions null in documents from before they were kept, as the next three
 * @param testOutcome null until it is recorded
 */
public record StoredSummary(
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
        String failedStepInternal,
        String errorMessage,
        String errorReason,
        String errorCategory,
        String errorSeverity,
        List<String> actionableSteps,
        List<String> actions,
        Boolean retryable,
        String cause,
        String documentation,
        TestOutcome testOutcome) {}
