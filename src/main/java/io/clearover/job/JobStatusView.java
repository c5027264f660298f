package io.clearover.job;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;

/**
 * All that is known of one job.
 *
 * @param operationType replication, test_failover, live_failover, rollback, or operation for what other programs run
 * @param status pending, running, completed, failed or cancelled
 * @param progress finished steps of the planned ones, 0 to 100; never falls
 * @param currentStep the running step's name; for non-admins a neutral one made from the display name
 * @param startedBy who started it; null if another program did
 * @param errorMessageUser what failed, in plain words; null unless the job failed, as the next four
 * @param warning what failed although the job was completed, in plain words; its step tells more; null if nothing did
 * @param technicalDetails the raw errors without their secrets; for admins alone, absent for others
 */
public record JobStatusView(
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
        int stepsCompleted,
        int stepsTotal,
        Instant startedAt,
        Instant completedAt,
        Long durationSeconds,
        String startedBy,
        List<StepView> steps,
        String errorMessageUser,
        String errorReason,
        String errorCategory,
        String errorSeverity,
        List<String> actionableSteps,
        String warning,
        @JsonbNillable(false) String technicalDetails) {

    /**
     * One step.
     *
     * @param name the raw name for admins, for others a neutral one made from the display name
     * @param category setup, execution or cleanup
     * @param status pending, running, completed, failed or skipped
     */
    public record StepView(
            String name,
            String displayName,
            String category,
            String description,
            String status,
            Instant startedAt,
            Instant completedAt,
            String errorMessage,
            String errorReason,
            String errorCategory,
            List<String> actionableSteps) {}
}
