package io.clearover.job.view;

import io.clearover.job.JobStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A row of {@code replication_jobs} as it was read; the appliance writes it, and its pollers write what they like, so
 * statuses, operations and percentages are believed only where they make sense.
 *
 * @param silent whether nobody has reported on it for long; null if that isn't known
 */
public record ReplicationRow(
        String id,
        String replicationType,
        String status,
        Double progressPercent,
        String currentOperation,
        String errorMessage,
        String errorDetails,
        Long bytesTransferred,
        Instant startedAt,
        Instant completedAt,
        Boolean silent) {

    /** The source appliance's stages (contract, section 3) and what people call them; anything else isn't shown. */
    private static final Map<String, String> STAGES = Map.of(
            "Discover", "Discovering Disks",
            "EnableCBT", "Enabling Change Tracking",
            "QueryCBT", "Finding Changes",
            "Snapshot", "Taking a Source Snapshot",
            "PrepareVolumes", "Preparing Volumes",
            "StartExports", "Opening Volumes",
            "Transfer", "Transferring Data",
            "Finalize", "Finishing",
            "PersistChangeIDs", "Saving Progress");

    /** What the free words of the column mean. */
    public JobStatus state() {
        String word = status == null ? "" : status.toLowerCase(Locale.ROOT);
        if (saysFailed(status)) {
            return JobStatus.FAILED;
        }
        if (word.contains("cancel")) {
            return JobStatus.CANCELLED;
        }
        if (word.equals("completed") || word.equals("succeeded") || completedAt != null) {
            return JobStatus.COMPLETED;
        }
        if (Boolean.TRUE.equals(silent)) {
            return JobStatus.STALLED;
        }
        return word.isEmpty() || word.equals("pending") || word.equals("queued")
                ? JobStatus.PENDING
                : JobStatus.RUNNING;
    }

    /** Whether a word of the column, in whatever case, speaks of a failure; null doesn't. */
    public static boolean saysFailed(String status) {
        String word = status == null ? "" : status.toLowerCase(Locale.ROOT);
        return word.contains("fail") || word.contains("error");
    }

    /** What people call it. */
    public String displayName() {
        String type = replicationType == null ? "" : replicationType.toLowerCase(Locale.ROOT);
        if (type.contains("incremental")) {
            return "Incremental Replication";
        }
        return type.contains("full") || type.contains("initial") ? "Full Replication" : "Replication";
    }

    /** 0 to 100. */
    public double percent() {
        if (state() == JobStatus.COMPLETED) {
            return 100;
        }
        double said = progressPercent == null || progressPercent.isNaN() ? 0 : progressPercent;
        return Math.round(Math.min(Math.max(said, 0), 100) * 10) / 10.0;
    }

    /** What it does now; null unless it is under way, and if nothing presentable is known. */
    public String stage() {
        return !state().isUnderWay() || currentOperation == null ? null : STAGES.get(currentOperation.strip());
    }

    /** Whole seconds from start to end, or until now while it is under way; null when the times can't be true. */
    public Long durationSeconds(Clock clock) {
        return TrackedJob.seconds(startedAt, completedAt, state().isUnderWay(), clock);
    }

    /** The raw error; null if it says none. */
    public String rawError() {
        return errorMessage == null || errorMessage.isBlank() ? errorDetails : errorMessage;
    }
}
