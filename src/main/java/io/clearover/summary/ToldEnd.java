package io.clearover.summary;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Which end of an operation the summary of a VM tells of: what another end has to be compared with, so that summaries never go
 * back in time, whoever writes them.
 *
 * @param toldAt when that operation ended, as the summary says: ISO-8601 in any zone; null if there is none, or it doesn't say
 * @param toldJob that operation's id; null if it doesn't say
 * @param toldVersion null if another program wrote it
 */
public record ToldEnd(String toldAt, String toldJob, Integer toldVersion) {

    /** The components as columns of a statement, for rows of {@code vm_replication_contexts} by the alias c. */
    public static final String COLUMNS =
            """
            c.last_operation_time AS told_at,
            CASE WHEN JSON_VALID(c.last_operation_summary) THEN JSON_VALUE(c.last_operation_summary, '$.job_id') END AS told_job,
            CASE WHEN JSON_VALID(c.last_operation_summary) AND JSON_VALUE(c.last_operation_summary, '$.version') = '1'
                 THEN 1 END AS told_version
            """;

    /** By how much another program's clock may be ahead; what is said to have ended later is not believed. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    static ToldEnd of(LastOperation summary) {
        return summary == null
                ? new ToldEnd(null, null, null)
                : new ToldEnd(summary.timestamp(), summary.jobId(), summary.version());
    }

    /**
     * Whether this is from before another end, so that the other is what the summary has to tell.
     *
     * @param job id of what ended
     * @param end when it ended; null if nothing that is recorded of it can be true
     */
    public boolean isBefore(String job, Instant end, Instant now) {
        if (job.equals(toldJob)) {
            return toldVersion == null || end != null && isBefore(end, now);
        }
        return end == null || isBefore(end, now);
    }

    private boolean isBefore(Instant end, Instant now) {
        Instant told = instant();
        return told == null || told.isBefore(end.truncatedTo(ChronoUnit.SECONDS)) || told.isAfter(now.plus(CLOCK_SKEW));
    }

    /** Null if it says none that can be read. */
    private Instant instant() {
        try {
            return toldAt == null ? null : OffsetDateTime.parse(toldAt).toInstant();
        } catch (DateTimeException notInThisForm) {
            return null;
        }
    }
}
