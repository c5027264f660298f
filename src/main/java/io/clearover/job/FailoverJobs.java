package io.clearover.job;

import io.clearover.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The appliance's own table of failovers, {@code failover_jobs}: kept so that its other programs see ours, and so that a
 * rollback finds what a failover made, whichever program ran it. Thread-safe.
 */
@ApplicationScoped
public class FailoverJobs {

    /** Uses idx_clearover_job_tracking_recent and job_id: a failover of ours, whether or not it still has its row here. */
    private static final String NEWEST_OF_OURS =
            """
            SELECT j.external_job_id AS job_id, j.id AS tracked_id,
                   CASE WHEN j.operation LIKE '%live-failover%' THEN 'live' ELSE 'test' END AS job_type,
                   f.destination_vm_id, j.metadata, j.started_at AS begun
              FROM job_tracking j LEFT JOIN failover_jobs f ON f.job_id = j.external_job_id
             WHERE j.context_id = :context AND j.job_type = 'failover' AND"""
                    + " " + OurJobs.OURS
                    + """

             ORDER BY j.started_at DESC, SUBSTRING_INDEX(j.external_job_id, '-', -1) DESC LIMIT 1
            """;

    /** Uses idx_failover_jobs_context and idx_external_job: a failover of another program. */
    private static final String NEWEST_OF_OTHERS =
            """
            SELECT f.job_id, NULL AS tracked_id, f.job_type, f.destination_vm_id, NULL AS metadata, f.created_at AS begun
              FROM failover_jobs f
             WHERE f.vm_context_id = :context
               AND NOT EXISTS (SELECT 1 FROM job_tracking j
                                WHERE j.external_job_id = f.job_id AND"""
                    + " " + OurJobs.OURS + ")"
                    + """

             ORDER BY f.id DESC LIMIT 1
            """;

    private static final String NEWEST =
            "SELECT * FROM ((%s) UNION ALL (%s)) newest".formatted(NEWEST_OF_OURS, NEWEST_OF_OTHERS)
                    + " ORDER BY begun DESC, tracked_id IS NULL LIMIT 1";

    @PersistenceContext(unitName = "clearover")
    private EntityManager entities;

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

    /** Opens the row of a failover, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void open(ContextId context, FailoverType type, ExternalJobId job, String vmwareVmId, String vmName) {
        entities.persist(new FailoverJob(context, type, job, vmwareVmId, vmName, clock.instant()));
    }

    /**
     * Notes the VM that the failover made.
     *
     * @throws JobEndedException if the job has ended or another server owns it
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteVm(JobId by, ExternalJobId job, String destinationVmId) {
        jobs.holdOwned(by);
        find(job).ifPresent(failover -> failover.created(destinationVmId));
    }

    /** Ends the row with its job, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void end(ExternalJobId job, JobStatus how, String error, Instant at) {
        find(job).ifPresent(failover -> failover.end(how, error, at));
    }

    /** Empty if another program has deleted it. Uses the unique key job_id. */
    private Optional<FailoverJob> find(ExternalJobId job) {
        CriteriaQuery<FailoverJob> query = entities.getCriteriaBuilder().createQuery(FailoverJob.class);
        Root<FailoverJob> failover = query.from(FailoverJob.class);
        query.where(entities.getCriteriaBuilder().equal(failover.get(FailoverJob_.externalJobId), job.value()));
        return entities.createQuery(query).getResultStream().findFirst();
    }

    /** The VM's newest failover, whichever program ran it. */
    public Optional<LastFailover> newest(ContextId context) {
        return database.first(NEWEST, Map.of("context", context.value()), LastFailover.class);
    }
}
