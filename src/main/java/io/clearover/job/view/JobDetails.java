package io.clearover.job.view;

import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.Progress;
import io.clearover.job.StepStatus;
import jakarta.json.bind.annotation.JsonbNillable;

/**
 * What the appliance's own API tells of a job, beside its status.
 *
 * @param jobType failover or cleanup; null where another program doesn't say
 * @param operation the appliance's name for it; for non-admins the one that all of this kind have
 * @param status the job's, whatever its caller is told as that
 * @param totalSteps planned steps; absent where none are recorded, as the next four
 * @param completedSteps finished steps, completed or skipped
 * @param failedSteps failed steps of the plan
 * @param stepCompletion the job's progress, 0 to 100
 * @param errorMessage what failed, in plain words; null unless it did
 * @param trackingSource the table that tells of it
 * @param guiJobId the external id, which may be that of another program
 * @param internalJobId the job's own id
 */
public record JobDetails(
        String jobType,
        String operation,
        String status,
        @JsonbNillable(false) Integer totalSteps,
        @JsonbNillable(false) Integer completedSteps,
        @JsonbNillable(false) Integer failedSteps,
        @JsonbNillable(false) Integer runningSteps,
        @JsonbNillable(false) Double stepCompletion,
        String errorMessage,
        Metadata metadata,
        String trackingSource,
        String contextId,
        String externalJobId,
        String jobCategory,
        String guiJobId,
        String internalJobId) {

    /** What the job is about. */
    public record Metadata(String contextId, String vmName, String failoverType) {}

    static JobDetails of(TrackedJob job, String errorMessage, boolean admin) {
        JobRow row = job.row();
        Progress steps = job.progress();
        boolean counted = !row.isOldRecord();
        return new JobDetails(
                row.jobType(),
                admin ? row.operation() : operation(job),
                job.status().text(),
                counted ? steps.planned() : null,
                counted ? steps.finished() : null,
                counted ? count(job, StepStatus.FAILED) : null,
                counted ? running(job) : null,
                counted ? job.percent() : null,
                errorMessage,
                new Metadata(job.contextId(), job.vmName(), job.type().text()),
                counted ? "job_tracking" : "failover_jobs",
                job.contextId(),
                row.externalJobId(),
                job.kind().jobCategory(),
                row.externalJobId(),
                row.id());
    }

    private static String operation(TrackedJob job) {
        return job.kind() == JobKind.OPERATION ? job.kind().text() : job.kind().operation(job.type());
    }

    /** None in a job that has ended, whatever its rows say. */
    private static int running(TrackedJob job) {
        return job.status() == JobStatus.RUNNING ? count(job, StepStatus.RUNNING) : 0;
    }

    private static int count(TrackedJob job, StepStatus status) {
        return (int) job.steps().stream()
                .filter(step -> !job.isUndo(step) && step.state() == status)
                .count();
    }
}
