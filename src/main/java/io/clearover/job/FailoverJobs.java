package io.clearover.job;

import io.clearover.database.Database;
import io.clearover.rawtext.Excerpt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The appliance's own table of failovers, {@code failover_jobs}: kept so that its other programs see ours, and so that a
 * rollback finds what a failover made, whichever program ran it. Thread-safe.
 */
@ApplicationScoped
public class FailoverJobs {

    private static final String OPEN =
            """
            INSERT INTO failover_jobs (vm_context_id, job_id, vm_id, job_type, status, source_vm_name, created_at, started_at)
            VALUES (:context, :job, :vm_id, :type, 'pending', :vm_name, :now, :now)
            """;

    /** Uses idx_clearover_job_tracking_recent and job_id: a failover of ours, whether or not it still has its row here. */
    private static final String NEWEST_OF_OURS =
            """
            SELECT j.external_job_id AS job_id, j.id AS tracked_id,
                   CASE WHEN j.operation LIKE '%live-failover%' THEN 'live' ELSE 'test' END AS job_type,
                   f.destination_vm_id, j.metadata, j.started_at AS begun
              FROM job_tracking j LEFT JOIN failover_jobs f ON f.job_id = j.external_job_id
             WHERE j.context_id = :context AND j.job_type = 'failover' AND j.owner LIKE 'clearover@%'
             ORDER BY j.started_at DESC, SUBSTRING_INDEX(j.external_job_id, '-', -1) DESC LIMIT 1
            """;

    /** Uses idx_failover_jobs_context and idx_external_job: a failover of another program. */
    private static final String NEWEST_OF_OTHERS =
            """
            SELECT f.job_id, NULL AS tracked_id, f.job_type, f.destination_vm_id, NULL AS metadata, f.created_at AS begun
              FROM failover_jobs f
             WHERE f.vm_context_id = :context
               AND NOT EXISTS (SELECT 1 FROM job_tracking j
                                WHERE j.external_job_id = f.job_id AND j.owner LIKE 'clearover@%')
             ORDER BY f.id DESC LIMIT 1
            """;

    private static final String NEWEST =
            "SELECT * FROM ((%s) UNION ALL (%s)) newest".formatted(NEWEST_OF_OURS, NEWEST_OF_OTHERS)
                    + " ORDER BY begun DESC, tracked_id IS NULL LIMIT 1";

    private final Database database;
    private final JobStore jobs;
    private final Clock clock;

    FailoverJobs() {
        this(null, null, null);
    }

    @Inject
    public FailoverJobs(Database database, JobStore jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * A failover to roll back.
     *
     * @param jobId the external id of the job that ran it
     * @param trackedId the id of that job; null if another program ran it
     * @param jobType test or live
     * @param destinationVmId the VM that it made, as it is noted; null if it made none or that note is gone
     * @param metadata that job's; null if another program ran it, or wrote over it
     */
    public record FailoverJob(String jobId, String trackedId, String jobType, String destinationVmId, String metadata) {

        public FailoverType type() {
            return FailoverType.of(jobType);
        }

        public boolean isOurs() {
            return trackedId != null;
        }

        /** The volume that it took off the VM that it made; null if it didn't, or if that isn't known. */
        public String replacedVolumeId() {
            return JobMetadata.of(metadata).replacedVolumeId();
        }

        /** Ids of the volumes that it moved, as far as it noted them. */
        public Optional<List<String>> volumes() {
            return Optional.ofNullable(JobMetadata.of(metadata).volumes());
        }
    }

    /** Opens the row of a failover, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void open(ContextId context, FailoverType type, ExternalJobId job, String vmwareVmId, String vmName) {
        database.update(
                OPEN,
                Map.of(
                        "context", context.value(),
                        "type", type.text(),
                        "job", job.value(),
                        "vm_id", vmwareVmId,
                        "vm_name", vmName,
                        "now", clock.instant()));
    }

    /**
     * Notes the VM that the failover made.
     *
     * @throws JobEndedException if the job has ended or another server owns it
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteVm(JobId by, ExternalJobId job, String destinationVmId) {
        jobs.holdOwned(by);
        database.update(
                "UPDATE failover_jobs SET destination_vm_id = :vm, status = 'creating_vm' WHERE job_id = :job",
                Map.of("vm", destinationVmId, "job", job.value()));
    }

    /** Ends the row with its job, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void end(String job, JobStatus how, String error, Instant at) {
        Map<String, Object> values = new HashMap<>();
        values.put("status", how == JobStatus.COMPLETED ? "completed" : "failed");
        values.put("error", Excerpt.of(error)); // the column holds 65,535 bytes
        values.put("at", at);
        values.put("job", job);
        database.update(
                "UPDATE failover_jobs SET status = :status, error_message = :error, completed_at = :at WHERE job_id = :job",
                values);
    }

    /** The VM's newest failover. */
    public Optional<FailoverJob> newest(ContextId context) {
        return database.first(NEWEST, Map.of("context", context.value()), FailoverJob.class);
    }
}
