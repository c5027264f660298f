package io.clearover.job;

import io.clearover.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * The final syncs of our failovers that have begun to copy: their steps have noted how far they are. Of a VM only the newest
 * matters, because it copied all that one before it had left. Thread-safe.
 */
@ApplicationScoped
public class FinalSyncs {

    /** When a VM's newest began, for the parameter context; null if it completed, or if there is none. */
    public static final String BROKEN_OFF_AT =
            "SELECT CASE WHEN s.status <> 'completed' THEN s.started_at END " + newest("");

    private static final String BEFORE = "SELECT j.external_job_id, s.status " + newest("AND j.id <> :job");

    private final Database database;

    FinalSyncs() {
        this(null);
    }

    @Inject
    public FinalSyncs(Database database) {
        this.database = database;
    }

    /**
     * For the parameter context: the last of the newest second, since jobs start at whole ones; uses
     * idx_clearover_job_tracking_recent and uk_job_steps_job_seq.
     *
     * @param which a further condition, or nothing
     */
    private static String newest(String which) {
        String begun =
                """
                job_tracking j STRAIGHT_JOIN job_steps s ON s.job_id = j.id
                 WHERE j.context_id = :context AND %s AND s.name = 'final-sync' AND s.metadata IS NOT NULL %s
                """
                        .formatted(OurJobs.OURS, which);
        return "FROM " + begun + " AND j.started_at = (SELECT j.started_at FROM " + begun
                + " ORDER BY j.started_at DESC LIMIT 1) ORDER BY s.id DESC LIMIT 1";
    }

    /** A row of {@link #BEFORE}. */
    public record Sync(String externalJobId, String status) {}

    /** The replication of the VM's newest final sync in another job than this, if it was broken off. */
    public Optional<String> brokenOffBefore(JobId job, ContextId context) {
        return database.first(BEFORE, Map.of("context", context.value(), "job", job.value()), Sync.class)
                .filter(sync -> !StepStatus.COMPLETED.text().equals(sync.status()))
                .map(Sync::externalJobId);
    }
}
