package io.clearover.job;

import io.clearover.database.Reading;
import io.clearover.explain.Excerpt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
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

    /** Uses idx_failover_jobs_context and idx_external_job. */
    private static final String NEWEST =
            """
            SELECT f.job_id, j.id AS tracked_id, f.job_type, f.destination_vm_id,
                   CASE WHEN JSON_VALID(j.metadata) THEN JSON_VALUE(j.metadata, '$.replaced_volume_id') END
                     AS replaced_volume_id
              FROM failover_jobs f LEFT JOIN job_tracking j ON j.external_job_id = f.job_id
             WHERE f.vm_context_id = :context ORDER BY f.id DESC LIMIT 1
            """;

    private final Reading reading;
    private final JobLog jobs;
    private final Clock clock;

    FailoverJobs() {
        this(null, null, null);
    }

    @Inject
    public FailoverJobs(Reading reading, JobLog jobs, Clock clock) {
        this.reading = reading;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * A failover to roll back.
     *
     * @param jobId the external id of the job that ran it
     * @param trackedId the id of that job; null if it isn't in {@code job_tracking}
     * @param jobType test or live
     * @param destinationVmId the VM that it made; null if it made none or died before it could note it
     * @param replacedVolumeId the volume that it took off that VM; null if it didn't, or isn't ours
     */
    public record FailoverJob(
            String jobId, String trackedId, String jobType, String destinationVmId, String replacedVolumeId) {

        public FailoverType type() {
            return FailoverType.of(jobType);
        }
    }

    /** Opens the row of a failover, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void open(ContextId context, FailoverType type, ExternalJobId job, String vmwareVmId, String vmName) {
        reading.update(
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
        reading.update(
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
        reading.update(
                "UPDATE failover_jobs SET status = :status, error_message = :error, completed_at = :at WHERE job_id = :job",
                values);
    }

    /** The VM's newest failover. */
    public Optional<FailoverJob> newest(ContextId context) {
        return reading.first(NEWEST, Map.of("context", context.value()), FailoverJob.class);
    }
}
