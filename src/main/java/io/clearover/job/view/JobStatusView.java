package io.clearover.job.view;

import io.clearover.job.JobStatus;
import io.clearover.job.TestOutcome;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;

/**
 * All that is known of one job.
 *
 * @param operationType replication, test_failover, live_failover, rollback, or operation for what other programs run
 * @param status pending, running, completed, failed or cancelled; stalled if another program has not reported on it for
 *     long; unknown where one has a word of its own
 * @param progress finished steps of the planned ones, 0 to 100; never falls
 * @param currentStep the running step's name; for non-admins a neutral one made from the display name
 * @param remainingSecondsFrom how much longer it usually takes, at least; null unless it goes on with its plan and there
 *     is a history, as the next two
 * @param remainingSecondsTo how much longer it usually takes, at most
 * @param longerThanUsual whether the running step has passed its usual time; the range is then that of the steps to come
 * @param startedBy who started it; null if another program did
 * @param performFinalSync what the request asked for; null if that is not recorded or there is no choice, as the next three
 * @param withoutDriverInstallation what the request asked for as skip_virtio, a word that not everybody is told
 * @param powerOffSource whether a live failover is to switch the source VM off
 * @param powerOnSource whether the rollback of a live failover is to switch the source VM on again
 * @param errorMessageUser what failed, in plain words; null (a list: empty) unless the job failed, as the next eight
 * @param actions what a program can offer to do, named as by POST /explanations, in the order in which it has to be done;
 *     to be offered for the VM's newest operation alone, and only what its {@code allowed_actions} has now
 * @param retryable whether the same operation would probably succeed when just run again later
 * @param cause the slug of what was found to be the cause; unrecognized if it is not known
 * @param documentation the path of the cause's section in the documentation
 * @param side where the fault is: source, destination, appliance, guest or link; null where the error doesn't tell, as the
 *     next two
 * @param object what the fault is about, such as disk, snapshot or credentials
 * @param condition what is wrong with it, such as not_found, busy or timed_out
 * @param warning in plain words what failed although the job was completed, of which its step tells more, or why it is
 *     stalled; null otherwise
 * @param queuePosition place in the queue of a pending job, 1 is the next; null when it doesn't wait
 * @param cancelRequested whether somebody asked to stop it
 * @param resumed how often another server went on with it after one had died or was stopped
 * @param retryOf id of the job that this one repeats; null if it repeats none
 * @param testOutcome what the test of a test failover has shown; null until it is recorded
 * @param checks what was found right after the job had failed, by what its error is about; empty until then and for others
 * @param leftBehind what the failed job left at destination and source, looked for at the same time; null until then
 * @param correction what one of the checks proved to be the matter where the error says something else; null if none did
 * @param evidence the part of the raw error that decided on these, without its secrets; for admins alone, absent for others
 * @param technicalDetails the raw errors without their secrets; for admins alone, absent for others
 * @param success always true; the appliance's API has it, and what follows
 * @param message the status in a sentence, or what failed
 * @param startTime the same as startedAt
 * @param duration the same as durationSeconds, in nanoseconds
 * @param elapsedTime how long it took, or has taken so far, in words; null if that isn't known
 * @param estimatedCompletion how much longer it usually takes, in words; null where that isn't told, or the running step has
 *     passed its usual time
 */
@RecordBuilder
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
        Long remainingSecondsFrom,
        Long remainingSecondsTo,
        Boolean longerThanUsual,
        String startedBy,
        Boolean performFinalSync,
        Boolean withoutDriverInstallation,
        Boolean powerOffSource,
        Boolean powerOnSource,
        List<StepView> steps,
        String errorMessageUser,
        String errorReason,
        String errorCategory,
        String errorSeverity,
        List<String> actionableSteps,
        List<String> actions,
        Boolean retryable,
        String cause,
        String documentation,
        String side,
        String object,
        String condition,
        String warning,
        Integer queuePosition,
        boolean cancelRequested,
        int resumed,
        String retryOf,
        TestOutcome testOutcome,
        List<FindingView> checks,
        LeftBehindView leftBehind,
        CorrectionView correction,
        @JsonbNillable(false) String evidence,
        @JsonbNillable(false) String technicalDetails,
        boolean success,
        String message,
        Instant startTime,
        Long duration,
        String elapsedTime,
        String estimatedCompletion,
        JobDetails jobDetails) {

    private static final List<String> FAILED_FOR_ALL = List.of(JobStatus.CANCELLED.text(), JobStatus.STALLED.text());

    /**
     * The same for a program that goes on asking until a job has completed or failed: one that was cancelled, or is stalled, has
     * failed there, and its message and details say what is so.
     */
    public JobStatusView endedForAll() {
        return FAILED_FOR_ALL.contains(status)
                ? JobStatusViewBuilder.builder(this)
                        .status(JobStatus.FAILED.text())
                        .build()
                : this;
    }

    /**
     * One step.
     *
     * @param name the raw name for admins, for others a neutral one made from the display name
     * @param category setup, execution or cleanup
     * @param status pending, running, completed, failed or skipped; unknown as the job's
     * @param undo whether it takes back what the steps of the plan did; not counted in the job's progress
     * @param progress 0 to 100 within a long step; null if unknown
     * @param errorMessage what failed, in plain words; null (a list: empty) unless the step failed, as the next five
     * @param cause as the job's
     * @param documentation as the job's
     * @param side as the job's, as the next two
     * @param evidence as the job's
     */
    @RecordBuilder
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
            List<String> actionableSteps,
            String cause,
            String documentation,
            String side,
            String object,
            String condition,
            boolean undo,
            Double progress,
            @JsonbNillable(false) String evidence) {}
}
