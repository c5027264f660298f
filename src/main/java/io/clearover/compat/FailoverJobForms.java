package io.clearover.compat;

import static io.clearover.compat.Technical.orEmpty;

import io.clearover.explain.Explainer;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.job.FailoverType;
import io.clearover.job.JobStatus;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.InWords;
import io.clearover.job.view.JobExplainer;
import io.clearover.job.view.TrackedJob;
import io.clearover.job.view.TrackedJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts failovers into the appliance's own list. What a job of {@code job_tracking} says of one is believed rather than the row,
 * as everywhere. Three statements. Thread-safe.
 */
@ApplicationScoped
public class FailoverJobForms {

    /** How many are listed. */
    public static final int MOST = 100;

    private static final String COMPLETED = "completed";
    private static final String FAILED = "failed";
    private static final String PENDING = "pending";
    private static final String IN_PROGRESS = "in_progress";

    private static final String CANCELLED_WORDS = "The failover was cancelled.";

    /** How far the appliance takes a failover to be by the word of its row. */
    private static final Map<String, Integer> PERCENT = Map.of(
            "pending", 0,
            "validating", 10,
            "snapshotting", 25,
            "creating_vm", 50,
            "switching_volume", 75,
            "powering_on", 90,
            "completed", 100,
            "failed", 0,
            "cleanup", 100);

    /** The words of rows that are shown as one. */
    private static final Map<String, List<String>> WORDS = Map.of(
            IN_PROGRESS,
            List.of("validating", "snapshotting", "creating_vm", "switching_volume", "powering_on", "reverting"));

    private final FailoverJobRecords records;
    private final TrackedJobs tracked;
    private final JobExplainer explainer;
    private final Explainer rows;
    private final RunningJobs runningJobs;
    private final Technical technical;
    private final Clock clock;

    FailoverJobForms() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public FailoverJobForms(
            FailoverJobRecords records,
            TrackedJobs tracked,
            JobExplainer explainer,
            Explainer rows,
            RunningJobs runningJobs,
            Technical technical,
            Clock clock) {
        this.records = records;
        this.tracked = tracked;
        this.explainer = explainer;
        this.rows = rows;
        this.runningJobs = runningJobs;
        this.technical = technical;
        this.clock = clock;
    }

    /**
     * The newest 100 that fit, newest first; null fits all.
     *
     * @param type test or live
     * @param status a word as it is shown, or of a row
     * @param admin whether raw texts may be told
     */
    public List<FailoverJobForm> newest(String type, String status, String vmId, boolean admin) {
        List<String> statuses = status == null ? List.of() : WORDS.getOrDefault(status, List.of(status));
        List<FailoverJobRecord> found = records.newest(new FailoverJobRecords.Filter(type, statuses, vmId), MOST);
        Map<String, TrackedJob> jobs =
                tracked
                        .withExternalIds(
                                found.stream().map(FailoverJobRecord::jobId).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                job -> job.row().externalJobId(), Function.identity(), (newest, older) -> newest));
        return found.stream()
                .map(row -> form(row, jobs.get(row.jobId()), admin))
                .toList();
    }

    /** @param job what is tracked of it; null if nothing is */
    private FailoverJobForm form(FailoverJobRecord row, TrackedJob job, boolean admin) {
        String status = job == null ? status(row) : status(row, job);
        return new FailoverJobForm(
                row.jobId(),
                row.vmContextId(),
                row.vmId(),
                row.sourceVmName(),
                row.type().text(),
                status,
                job == null ? PERCENT.getOrDefault(orEmpty(row.status()), 50) : job.percent(),
                row.destinationVmId(),
                row.snapshotId(),
                row.createdAt(),
                row.startedAt(),
                row.completedAt(),
                duration(row, status),
                status.equals(FAILED) ? error(row, job, admin) : "");
    }

    private static String status(FailoverJobRecord row, TrackedJob job) {
        return switch (job.status()) {
            case COMPLETED -> completed(row);
            case FAILED, CANCELLED -> FAILED;
            case PENDING -> PENDING;
            case RUNNING -> IN_PROGRESS;
            case UNKNOWN, STALLED -> job.status().text();
        };
    }

    private String status(FailoverJobRecord row) {
        return switch (orEmpty(row.status())) {
            case COMPLETED -> completed(row);
            case FAILED -> FAILED;
            case "cleanup" -> "cleanup";
            case PENDING -> believed(row, PENDING);
            default -> believed(row, IN_PROGRESS);
        };
    }

    private String believed(FailoverJobRecord row, String word) {
        boolean reported = row.updatedAt() != null && !row.updatedAt().isBefore(runningJobs.reportedAfter());
        return reported ? word : "stalled";
    }

    /** A test that has been rolled back can't be again. */
    private static String completed(FailoverJobRecord row) {
        return row.type() == FailoverType.TEST && !row.isStillThere() ? "cleanup" : COMPLETED;
    }

    private String error(FailoverJobRecord row, TrackedJob job, boolean admin) {
        if (job != null && job.status() == JobStatus.CANCELLED) {
            return CANCELLED_WORDS;
        }
        OperationType type =
                row.type() == FailoverType.LIVE ? OperationType.LIVE_FAILOVER : OperationType.TEST_FAILOVER;
        String words = job == null
                ? rows.explain(null, type, row.errorMessage()).userMessage()
                : explainer.of(job).message();
        return technical.text(job == null ? row.errorMessage() : job.rawError(), admin, words);
    }

    private String duration(FailoverJobRecord row, String status) {
        boolean underWay = status.equals(PENDING) || status.equals(IN_PROGRESS);
        Instant until = underWay ? clock.instant() : row.completedAt();
        boolean known = row.startedAt() != null && until != null && !until.isBefore(row.startedAt());
        return known ? InWords.seconds(Duration.between(row.startedAt(), until).toSeconds()) : null;
    }
}
