package io.clearover.live;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.OurJobs;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.job.view.TrackedJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads in one statement what is running, what ended lately, and what is watched. Thread-safe. */
@ApplicationScoped
public class LiveRows {

    /**
     * Uses idx_status, idx_completed_at and PRIMARY of job_tracking, uk_job_steps_job_seq,
     * idx_replication_jobs_progress_timeout (ranges on both of its columns) and PRIMARY of replication_jobs: what it costs
     * depends on what runs, not on the history.
     */
    static final String LOOK =
            """
            SELECT FALSE AS replication, j.id, j.external_job_id, j.context_id, c.vm_name, c.os_type, j.job_type,
                   j.operation, j.status, %s AS metadata, %s AS error_message, j.started_at, j.completed_at, j.updated_at,
                   j.canceled_at, j.owner, q.queue_position,
                   s.job_id AS step_job_id, s.name AS step_name, s.seq AS step_seq, s.status AS step_status,
                   s.started_at AS step_started_at, s.completed_at AS step_completed_at, %s AS step_error_message,
                   NULL AS step_metadata, NULL AS replication_type, NULL AS progress_percent, NULL AS current_operation,
                   NULL AS error_details, NULL AS bytes_transferred, NULL AS silent
              FROM (SELECT id FROM job_tracking WHERE %s AND %s AND %s
                    UNION SELECT id FROM job_tracking WHERE completed_at >= :since AND %s
                    UNION SELECT id FROM job_tracking WHERE id IN (<watched>)) live
              JOIN job_tracking j ON j.id = live.id
              LEFT JOIN vm_replication_contexts c ON c.context_id = j.context_id
              LEFT JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY owner ORDER BY started_at, id) AS queue_position
                           FROM job_tracking WHERE status = 'pending' AND %s) q ON q.id = j.id
              LEFT JOIN job_steps s ON s.job_id = j.id
            UNION ALL
            SELECT TRUE, r.id, NULL, r.vm_context_id, COALESCE(c.vm_name, %s), c.os_type, NULL, NULL,
                   r.status, NULL, %s, COALESCE(r.started_at, r.created_at), r.completed_at, r.updated_at,
                   NULL, NULL, NULL,
                   NULL, NULL, NULL, NULL,
                   NULL, NULL, NULL,
                   NULL, %s, r.progress_percent, %s,
                   %s, NULL, %s
              FROM (SELECT id FROM replication_jobs
                     WHERE status NOT IN ('completed', 'failed', 'cancelled') AND updated_at >= :reported_after_wall
                    UNION SELECT id FROM replication_jobs
                     WHERE status IN ('completed', 'failed', 'cancelled') AND updated_at >= :since_wall
                    UNION SELECT id FROM replication_jobs WHERE id IN (<watched>)) live
              JOIN replication_jobs r ON r.id = live.id
              LEFT JOIN vm_replication_contexts c ON c.context_id = r.vm_context_id
            """
                    .formatted(
                            LongText.document("j.metadata"),
                            LongText.excerpt("j.error_message"),
                            LongText.excerpt("s.error_message"),
                            RunningJobs.NOT_ENDED,
                            RunningJobs.BELIEVED,
                            TrackedJobs.IS_SHOWN,
                            TrackedJobs.IS_SHOWN,
                            OurJobs.OURS,
                            LongText.name("r.source_vm_name"),
                            LongText.excerpt("r.error_message"),
                            LongText.name("r.replication_type"),
                            LongText.name("r.current_operation"),
                            LongText.excerpt("r.vma_error_details"),
                            ReplicationJobs.silent("r."));

    private final Database database;
    private final ReplicationJobs replications;
    private final RunningJobs runningJobs;

    LiveRows() {
        this(null, null, null);
    }

    @Inject
    public LiveRows(Database database, ReplicationJobs replications, RunningJobs runningJobs) {
        this.database = database;
        this.replications = replications;
        this.runningJobs = runningJobs;
    }

    /**
     * All rows, in no order.
     *
     * @param watched ids of jobs and replications that are wanted whatever became of them
     * @param since what ended at this instant or later is wanted too
     */
    public List<LiveRow> look(Collection<String> watched, Instant since) {
        Instant reported = runningJobs.reportedAfter();
        return database.list(
                LOOK,
                Map.of(
                        // a list must not be empty, and no job has this id
                        "watched",
                                Stream.concat(Stream.of(""), watched.stream()).toList(),
                        "since", since,
                        "since_wall", replications.inWriterZone(since),
                        "reported_after", reported,
                        "reported_after_wall", replications.reportedAfter()),
                LiveRow.class);
    }
}
