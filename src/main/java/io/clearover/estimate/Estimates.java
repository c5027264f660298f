package io.clearover.estimate;

import io.clearover.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Estimates from the completed jobs of the same kind: the VM's last 10 and the fleet's last 50. Thread-safe. */
@ApplicationScoped
public class Estimates {

    /**
     * Uses idx_clearover_job_tracking_recent, idx_job_tracking_category_status_started (both from their newest rows on, and
     * only as many as the inner limits say, whatever else is there) and uk_job_steps_job_seq.
     */
    static final String PAST =
            """
            SELECT s.name, past.own,
                   CASE s.status WHEN 'skipped' THEN 0
                        ELSE TIMESTAMPDIFF(MICROSECOND, s.started_at, s.completed_at) / 1000000 END AS seconds
              FROM (SELECT id, MAX(own) AS own
                      FROM ((SELECT id, 1 AS own
                               FROM (SELECT id, operation, status, started_at FROM job_tracking
                                      WHERE context_id = :context ORDER BY started_at DESC LIMIT 100) newest
                              WHERE operation = :operation AND status = 'completed'
                              ORDER BY started_at DESC LIMIT 10)
                            UNION ALL
                            (SELECT id, 0 AS own
                               FROM (SELECT id, operation, started_at FROM job_tracking
                                      WHERE job_category = :category AND status = 'completed'
                                      ORDER BY started_at DESC LIMIT 500) newest
                              WHERE operation = :operation
                              ORDER BY started_at DESC LIMIT 50)) jobs
                     GROUP BY id) past
              JOIN job_steps s ON s.job_id = past.id
             WHERE s.status IN ('completed', 'skipped') AND s.completed_at IS NOT NULL
            """;

    private final Database database;

    Estimates() {
        this(null);
    }

    @Inject
    public Estimates(Database database) {
        this.database = database;
    }

    /** Which jobs are alike: columns of {@code job_tracking}. None of them is null. */
    public record Kind(String contextId, String operation, String category) {}

    /** What is left of a job of this kind; empty without history. One statement. */
    public Optional<Estimate> of(Kind kind, Estimate.Rest rest) {
        Map<String, String> parameters =
                Map.of("context", kind.contextId(), "operation", kind.operation(), "category", kind.category());
        List<PastStep> past = database.list(PAST, parameters, PastStep.class);
        return Estimate.of(rest, new StepTimes(past));
    }
}
