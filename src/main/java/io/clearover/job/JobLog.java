package io.clearover.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Writes what happens to our jobs: each change of a step is one short transaction. Thread-safe.
 *
 * <p>Each method throws {@link JobEndedException} when the job has ended: an ended job never changes.
 */
@ApplicationScoped
public class JobLog {

    @PersistenceContext(unitName = "clearover")
    private EntityManager entities;

    private final Clock clock;
    private final NodeIdentity node;

    JobLog() {
        this(null, null);
    }

    @Inject
    public JobLog(Clock clock, NodeIdentity node) {
        this.clock = clock;
        this.node = node;
    }

    /** Opens a pending job, owned by this node, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public Job open(NewJob job) {
        Job opened = new Job(
                JobId.random(),
                job.kind(),
                job.contextId(),
                job.externalId(),
                job.metadata(),
                node.owner(),
                clock.instant());
        entities.persist(opened);
        return opened;
    }

    /** The job starts to run. */
    @Transactional(TxType.REQUIRES_NEW)
    public void begin(JobId id) {
        running(id).begin();
    }

    /** A step of a running job starts. */
    @Transactional(TxType.REQUIRES_NEW)
    public void beginStep(JobId id, String name, int seq) {
        running(id);
        entities.persist(new JobStep(id, name, seq, clock.instant()));
    }

    /** The running step ends well. */
    @Transactional(TxType.REQUIRES_NEW)
    public void completeStep(JobId id) {
        endStep(running(id), StepStatus.COMPLETED, null);
    }

    /** A step that doesn't apply is recorded as skipped. */
    @Transactional(TxType.REQUIRES_NEW)
    public void skipStep(JobId id, String name, int seq) {
        Job job = running(id);
        entities.persist(new JobStep(id, name, seq, clock.instant()));
        endStep(job, StepStatus.SKIPPED, null);
    }

    /**
     * Ends a job for good, in the caller's transaction. A step that was running fails with the job; a failure before any
     * step is kept on the job alone.
     *
     * @param error the raw error; null unless the job failed
     * @return the job with its steps as they now are
     */
    @Transactional(TxType.MANDATORY)
    public EndedJob end(JobId id, JobStatus how, String error) {
        Job job = running(id);
        if (runningStep(id).isPresent()) {
            endStep(job, StepStatus.FAILED, error);
        }
        job.end(how, error, clock.instant());
        return new EndedJob(job, steps(id));
    }

    /** Ids of jobs that an earlier life of this node left without an end, oldest first. */
    @Transactional(TxType.REQUIRED)
    public List<JobId> abandoned() {
        return entities.createQuery(
                        "SELECT j.id FROM Job j WHERE j.status IN (:pending, :running) AND j.owner LIKE :node"
                                + " AND j.owner <> :owner ORDER BY j.startedAt",
                        String.class)
                .setParameter("pending", JobStatus.PENDING)
                .setParameter("running", JobStatus.RUNNING)
                .setParameter("node", node.anyLife())
                .setParameter("owner", node.owner())
                .getResultStream()
                .map(JobId::new)
                .toList();
    }

    private Job running(JobId id) {
        Job job = entities.find(Job.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (job == null || job.status().hasEnded()) {
            throw new JobEndedException(id);
        }
        return job;
    }

    private void endStep(Job job, StepStatus how, String error) {
        runningStep(job.id())
                .orElseThrow(() -> new IllegalStateException("no step of job %s is running".formatted(job.id())))
                .end(how, error, clock.instant());
        job.progressed(EndedJob.progress(steps(job.id()), job.metadata()));
    }

    private Optional<JobStep> runningStep(JobId id) {
        return steps(id).stream()
                .filter(step -> step.status() == StepStatus.RUNNING)
                .findFirst();
    }

    private List<JobStep> steps(JobId id) {
        return entities.createQuery("SELECT s FROM JobStep s WHERE s.jobId = :job ORDER BY s.seq", JobStep.class)
                .setParameter("job", id.value())
                .getResultList();
    }
}
