package io.clearover.explain.rest;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.rest.FailureHistory.Row;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.job.view.ReplicationRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The newest replications that failed, in two statements that read a bounded number of rows. Thread-safe. */
@ApplicationScoped
public class FailedReplications {

    /** The words are free: hops over an index that begins with the status from one to the next. */
    private static final String STATUSES = "SELECT DISTINCT status FROM replication_jobs LIMIT :most";

    /** Statuses of replications that are told apart; there are about ten. */
    private static final int MOST_STATUSES = 200;

    /** Of the newest in each status; idx_replication_jobs_progress_timeout has the ids too, then PRIMARY. */
    private static final String OF_STATUS =
            "(SELECT id FROM replication_jobs WHERE status = :status%1$d ORDER BY updated_at DESC LIMIT :newest)";

    private static final String REPLICATIONS =
            """
            SELECT r.id AS job_id, NULL AS job_type, NULL AS operation, 'replication' AS step,
                   COALESCE(r.completed_at, r.started_at, r.created_at) AS at,
                   %s AS error
              FROM (%s) newest
              JOIN replication_jobs r ON r.id = newest.id
             WHERE r.error_message <> '' OR r.vma_error_details <> ''
            """;

    private static final String ERROR = LongText.excerpt("COALESCE(NULLIF(r.error_message, ''), r.vma_error_details)");

    private final Database database;
    private final ReplicationJobs replications;

    FailedReplications() {
        this(null, null);
    }

    @Inject
    public FailedReplications(Database database, ReplicationJobs replications) {
        this.database = database;
        this.replications = replications;
    }

    /** A word for where a replication is. */
    public record Status(String status) {}

    /**
     * Those that left a raw error.
     *
     * @param newest how many of each status are looked at
     */
    Stream<RecordedFailure> newest(int newest) {
        return rows(newest).stream().map(row -> row.failure(OperationType.REPLICATION, replications.inUtc(row.at())));
    }

    private List<Row> rows(int newest) {
        List<String> failed = database.list(STATUSES, Map.of("most", MOST_STATUSES), Status.class).stream()
                .map(Status::status)
                .filter(ReplicationRow::saysFailed)
                .toList();
        return failed.isEmpty() ? List.of() : inAnyOf(failed, newest);
    }

    private List<Row> inAnyOf(List<String> statuses, int newest) {
        Map<String, Object> parameters = new HashMap<>(Map.of("newest", newest));
        IntStream.range(0, statuses.size()).forEach(i -> parameters.put("status" + i, statuses.get(i)));
        String ids = IntStream.range(0, statuses.size())
                .mapToObj(OF_STATUS::formatted)
                .collect(Collectors.joining(" UNION ALL "));
        return database.list(REPLICATIONS.formatted(ERROR, ids), parameters, Row.class);
    }
}
