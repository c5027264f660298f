package io.clearover.explain.rest;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.job.JobKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The newest failures with their raw errors, whichever program recorded them: four statements that read a bounded number
 * of rows, however long the history. Thread-safe.
 */
@ApplicationScoped
public class FailureHistory {

    /** Failed jobs of each category, and failed replications of each status, that are looked at. */
    static final int NEWEST = 2000;

    /** Steps that are looked at, whether failed or not: a job has about ten. */
    static final int NEWEST_STEPS = 10 * NEWEST;

    /** Uses idx_job_tracking_category_status_started, which has the ids too, then PRIMARY. */
    static final String JOBS =
            """
            SELECT j.id AS job_id, j.job_type, j.operation, j.started_at AS at,
                   (SELECT s.name FROM job_steps s WHERE s.job_id = j.id AND s.status = 'failed'
                     ORDER BY s.seq LIMIT 1) AS step,
                   %s AS error
              FROM ((SELECT id FROM job_tracking WHERE job_category = 'failover' AND status = 'failed'
                      ORDER BY started_at DESC LIMIT :newest)
                    UNION ALL
                    (SELECT id FROM job_tracking WHERE job_category = 'system' AND status = 'failed'
                      ORDER BY started_at DESC LIMIT :newest)) newest
              JOIN job_tracking j ON j.id = newest.id
             WHERE j.job_type IN ('failover', 'cleanup') AND j.error_message <> ''
            """
                    .formatted(LongText.excerpt("j.error_message"));

    /** Uses PRIMARY: ids grow with time. */
    static final String STEPS =
            """
            SELECT s.job_id, j.job_type, j.operation, s.started_at AS at, s.name AS step,
                   %s AS error
              FROM (SELECT id, status FROM job_steps ORDER BY id DESC LIMIT :newest) newest
              JOIN job_steps s ON s.id = newest.id
              JOIN job_tracking j ON j.id = s.job_id
             WHERE newest.status = 'failed' AND s.error_message <> ''
            """
                    .formatted(LongText.excerpt("s.error_message"));

    private final Database database;
    private final FailedReplications replications;

    FailureHistory() {
        this(null, null);
    }

    @Inject
    public FailureHistory(Database database, FailedReplications replications) {
        this.database = database;
        this.replications = replications;
    }

    /** A row of each of the statements. */
    public record Row(String jobId, String step, String jobType, String operation, String error, Instant at) {

        RecordedFailure failure(OperationType type, Instant when) {
            return new RecordedFailure(jobId, step, type, error, when);
        }
    }

    /** Failures that left a raw error. A failure whose job and step say the same is there twice. */
    Stream<RecordedFailure> newest() {
        Stream<Row> operations = Stream.concat(rows(JOBS, NEWEST).stream(), rows(STEPS, NEWEST_STEPS).stream());
        return Stream.concat(
                operations.map(row ->
                        row.failure(JobKind.of(row.jobType(), row.operation()).type(), row.at())),
                replications.newest(NEWEST));
    }

    private List<Row> rows(String sql, int newest) {
        return database.list(sql, Map.of("newest", newest), Row.class);
    }
}
