package io.clearover.job.view;

import io.clearover.job.TestOutcome;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * One job in the one list of all kinds.
 *
 * @param contextId id of its VM; null if another program didn't say, as the name
 * @param jobType replication, test_failover, live_failover, rollback, or operation for what other programs run
 * @param status pending, running, completed, failed or cancelled; stalled if another program has not reported on it for
 *     long; unknown where one has a word of its own
 * @param progress 0 to 100
 * @param currentStep what runs now, for people; null when nothing does
 * @param errorMessage what failed, in plain words; null (a list: empty) unless the job failed, as the next eight
 * @param actions what a program can offer to do, named as by POST /explanations, in the order in which it has to be done;
 *     to be offered for the VM's newest operation alone, and only what its {@code allowed_actions} has now
 * @param retryable whether the same operation would probably succeed when just run again later
 * @param cause the slug of what was found to be the cause; unrecognized if it is not known
 * @param documentation the path of the cause's section in the documentation
 * @param side where the fault is: source, destination, appliance, guest or link; null where the error doesn't tell, as the
 *     next two
 * @param object what the fault is about, such as disk, snapshot or credentials
 * @param condition what is wrong with it, such as not_found, busy or timed_out
 * @param warning in plain words what failed although the job was completed, or why it is stalled; null otherwise
 * @param dataSource the table it comes from: replication_jobs or job_tracking
 * @param durationSeconds null when the recorded times can't be true, or tell less than a second
 * @param stepsCompleted null for replications, as the next two
 * @param startedBy who started it; null if another program did
 * @param performFinalSync what the request asked for; null if that is not recorded or there is no choice, as the next three
 * @param withoutDriverInstallation what the request asked for as skip_virtio, a word that not everybody is told
 * @param powerOffSource whether a live failover is to switch the source VM off
 * @param powerOnSource whether the rollback of a live failover is to switch the source VM on again
 * @param testOutcome what the test of a test failover has shown; null until it is recorded
 * @param bytesTransferred null except for replications
 */
@RecordBuilder
public record RecentJob(
        String contextId,
        String vmName,
        String jobId,
        String externalJobId,
        String jobType,
        String status,
        double progress,
        Instant startedAt,
        Instant completedAt,
        String displayName,
        String currentStep,
        String errorMessage,
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
        String dataSource,
        Long durationSeconds,
        Integer stepsCompleted,
        Integer stepsTotal,
        String failedStep,
        String startedBy,
        Boolean performFinalSync,
        Boolean withoutDriverInstallation,
        Boolean powerOffSource,
        Boolean powerOnSource,
        TestOutcome testOutcome,
        Long bytesTransferred) {

    /** The appliance's GUI shows every number that isn't null, but 0 where no duration is meant to stand. */
    public RecentJob {
        durationSeconds = durationSeconds != null && durationSeconds == 0 ? null : durationSeconds;
    }
}
