package io.clearover.watch;

import io.clearover.database.Database;
import io.clearover.job.OurJobs;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.job.view.TrackedJobs;
import io.clearover.summary.ToldEnd;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads which jobs of other programs have ended: one statement each. Thread-safe. */
@ApplicationScoped
public class EndedJobs {

    /** The condition that a row of {@code job_tracking} is such a job; of an operation of no known kind nothing is told. */
    private static final String OTHERS_ENDED =
            """
            status IN ('completed', 'failed', 'cancelled') AND (owner IS NULL OR NOT %s) AND %s
            AND (job_type IS NOT NULL OR operation LIKE '%%test-failover%%' OR operation LIKE '%%live-failover%%'
                 OR operation LIKE '%%rollback%%' OR operation LIKE '%%cleanup%%')
            """
                    .formatted(OurJobs.OURS, TrackedJobs.IS_SHOWN);

    /** From the metadata where an older program left the column out; by PRIMARY. */
    private static final String VM_OF_JOB = "JOIN vm_replication_contexts c ON c.context_id = COALESCE(j.context_id,"
            + " CASE WHEN JSON_VALID(j.metadata) THEN JSON_VALUE(j.metadata, '$.context_id') END)";

    private static final String JOB =
            "SELECT FALSE AS replication, j.id, c.context_id, j.started_at, j.completed_at, j.updated_at, "
                    + ToldEnd.COLUMNS;

    private static final String REPLICATION =
            "SELECT TRUE, r.id, c.context_id, COALESCE(r.started_at, r.created_at), r.completed_at, r.updated_at, "
                    + ToldEnd.COLUMNS;

    /**
     * Uses ranges of idx_completed_at and of idx_replication_jobs_progress_timeout: what it costs depends on what has ended
     * since, not on the history.
     */
    static final String SINCE =
            JOB + " FROM job_tracking j " + VM_OF_JOB + " WHERE j.completed_at >= :since AND " + OTHERS_ENDED
                    + " UNION ALL " + REPLICATION
                    + """
             FROM replication_jobs r JOIN vm_replication_contexts c ON c.context_id = r.vm_context_id
            WHERE r.status IN ('completed', 'failed', 'cancelled') AND r.updated_at >= :since_wall
            """;

    /**
     * Of each VM the newest of each table by its start, whatever its other times say, and those of the newest jobs that name
     * their VM in the metadata alone. Uses idx_clearover_job_tracking_recent and idx_clearover_replication_jobs_recent.
     */
    static final String NEWEST = JOB
            + " FROM (SELECT (SELECT id FROM job_tracking WHERE context_id = vm.context_id AND " + OTHERS_ENDED
            + " ORDER BY started_at DESC LIMIT 1) AS id FROM vm_replication_contexts vm"
            + " UNION SELECT id FROM (SELECT id FROM job_tracking WHERE context_id IS NULL ORDER BY started_at DESC LIMIT 500) x"
            + ") newest JOIN job_tracking j ON j.id = newest.id " + VM_OF_JOB
            + " WHERE " + OTHERS_ENDED
            + " UNION ALL " + REPLICATION
            + " FROM (SELECT (SELECT id FROM replication_jobs WHERE vm_context_id = vm.context_id AND "
            + ReplicationJobs.HAS_ENDED
            + " ORDER BY created_at DESC LIMIT 1) AS id FROM vm_replication_contexts vm) newest"
            + " JOIN replication_jobs r ON r.id = newest.id"
            + " JOIN vm_replication_contexts c ON c.context_id = r.vm_context_id";

    private final Database database;
    private final ReplicationJobs replications;

    EndedJobs() {
        this(null, null);
    }

    @Inject
    public EndedJobs(Database database, ReplicationJobs replications) {
        this.database = database;
        this.replications = replications;
    }

    /** Those that ended at this instant or later, as far as their times are true. In no order. */
    List<EndedJob> since(Instant instant) {
        return inUtc(database.list(
                SINCE, Map.of("since", instant, "since_wall", replications.inWriterZone(instant)), EndedJob.class));
    }

    /** The newest of each VM. In no order. */
    List<EndedJob> newest() {
        return inUtc(database.list(NEWEST, Map.of(), EndedJob.class));
    }

    private List<EndedJob> inUtc(List<EndedJob> read) {
        return read.stream().map(this::inUtc).toList();
    }

    private EndedJob inUtc(EndedJob job) {
        return job.replication()
                ? new EndedJob(
                        true,
                        job.id(),
                        job.contextId(),
                        replications.inUtc(job.startedAt()),
                        replications.inUtc(job.completedAt()),
                        replications.inUtc(job.updatedAt()),
                        job.told())
                : job;
    }
}
