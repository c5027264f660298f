package io.clearover.job;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what happens to our jobs: each change of a step is one short transaction. Thread-safe.
 *
 * <p>What is recorded of a job that runs here is known from its beginning to its end ({@link #know}), whatever other programs
 * write meanwhile: each writing method first gives the row back what they took.
 *
 * <p>Each writing method throws {@link JobEndedException} when the job has ended, since an ended job never changes, and
 * when another server owns it by now: of two that believe to run a job, one writes.
 */
@ApplicationScoped
public class JobStore {

    /** Uses uk_job_steps_job_seq. What is read in part is not written back unless it is changed. */
    private static final String STEPS =
            """
            SELECT id, job_id, name, seq, status, started_at, completed_at, %s AS error_message, %s AS metadata
              FROM job_steps WHERE job_id = ?1 ORDER BY seq
            """
                    .formatted(LongText.excerpt("error_message"), LongText.excerpt("metadata"));

    private static final String NOTE_ERROR = "UPDATE job_tracking SET error_message = :error WHERE id = :id";

    @PersistenceContext(unitName = "clearover")
    private EntityManager entities;

    private final Database database;
    private final Clock clock;
    private final NodeIdentity node;
    private final RunningJobRecords records;
    private final Event<TestOutcomeRecorded> outcomes;

    JobStore() {
        this(null, null, null, null, null);
    }

    @Inject
    JobStore(
            Database database,
            Clock clock,
            NodeIdentity node,
            RunningJobRecords records,
            Event<TestOutcomeRecorded> outcomes) {
        this.database = database;
        this.clock = clock;
        this.node = node;
        this.records = records;
        this.outcomes = outcomes;
    }

    /** Opens a pending job, owned by this node, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public Job open(NewJob job) {
        Job opened = new Job(job, node.owner(), clock.instant());
        entities.persist(opened);
        return opened;
    }

    /** From now on, the job is what this record says, until it is {@linkplain #forget forgotten}. */
    public void know(JobId id, JobMetadata record) {
        records.keep(id, record);
    }

    /** The job runs here no more. */
    public void forget(JobId id) {
        records.forget(id);
    }

    /** The job, whoever owns it and whether or not it has ended. */
    @Transactional(TxType.REQUIRED)
    public Optional<RecordedJob> find(JobId id) {
        return Optional.ofNullable(entities.find(Job.class, id.value())).map(this::recorded);
    }

    /** The job starts to run; one that runs already, because it was taken over, goes on. */
    @Transactional(TxType.REQUIRES_NEW)
    public void begin(JobId id) {
        owned(id).begin();
    }

    /** The job was taken over, and goes on where it was. */
    @Transactional(TxType.REQUIRES_NEW)
    public void resume(JobId id) {
        Job job = owned(id);
        int before = job.metadata().timesResumed();
        records.note(job, record -> record.withResumed(before + 1));
    }

    /**
     * A step of the plan starts. One that was running when the job was taken over goes on.
     *
     * @throws CancelRequestedException if somebody asked to stop the job
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void beginStep(JobId id, String name, int seq) {
        if (owned(id).isCancelRequested()) {
            throw new CancelRequestedException(id);
        }
        runStep(id, name, seq);
    }

    /** A step of the undo starts: nothing stops it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void beginUndo(JobId id, String name, int seq) {
        owned(id);
        runStep(id, name, seq);
    }

    /** The running step has come that far. */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteProgress(JobId id, StepProgress progress) {
        owned(id);
        runningStep(id).ifPresent(step -> step.progressed(progress));
    }

    /**
     * The running step is about to begin its long work.
     *
     * @return false if it may have begun that already, when it was run before
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean noteBegun(JobId id) {
        owned(id);
        Optional<JobStep> fresh = runningStep(id).filter(step -> !step.hasProgress());
        fresh.ifPresent(step -> step.progressed(StepProgress.NONE));
        return fresh.isPresent();
    }

    /** The work of the running step, whose progress was noted before it began, was not begun after all. */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteNotBegun(JobId id) {
        owned(id);
        runningStep(id).ifPresent(JobStep::notBegun);
    }

    /**
     * Notes the volume that the failover is about to take off the VM it made: attached to nothing, it is found by this
     * alone.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteReplacedVolume(JobId id, String volumeId) {
        records.note(owned(id), record -> record.withReplacedVolume(volumeId));
    }

    /** Notes that the failover is about to switch the source VM off: its undo then switches it on again. */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteSourceSwitchedOff(JobId id) {
        records.note(owned(id), JobMetadata::withSourceSwitchedOff);
    }

    /** Notes that the operation is about to change something outside. */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteChange(JobId id) {
        records.note(owned(id), JobMetadata::withChange);
    }

    /** Notes, in the caller's transaction, what can't succeed any more, however often the job does it again. */
    @Transactional(TxType.MANDATORY)
    public void noteLastingFailure(JobId id, String error) {
        records.note(owned(id), record -> record.withLastingFailure(error));
    }

    /** The raw error of what can't succeed any more in a job that runs here. */
    public Optional<String> lastingFailure(JobId id) {
        return records.of(id).map(JobMetadata::lastingFailure);
    }

    /** Notes which volumes the operation moves; of a job that has noted some, those are kept. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<String> noteVolumes(JobId id, List<String> ids) {
        records.note(owned(id), record -> record.volumes() == null ? record.withVolumes(ids) : record);
        return volumes(id).orElse(ids);
    }

    /** The volumes that an operation which runs here has noted. */
    public Optional<List<String>> volumes(JobId id) {
        return records.of(id).map(JobMetadata::volumes);
    }

    /**
     * Keeps the job this node's until the caller's transaction ends: what an operation writes beside its job belongs in
     * such a transaction.
     */
    @Transactional(TxType.MANDATORY)
    public void holdOwned(JobId id) {
        owned(id);
    }

    /**
     * The running step of the plan ends well; does nothing if none is running, so that it can be said again.
     *
     * @throws RecordOverwrittenException if another program has written over the record: then the step goes on, to fail
     */
    @Transactional(value = TxType.REQUIRES_NEW, dontRollbackOn = RecordOverwrittenException.class)
    public void completeStep(JobId id) {
        Job job = owned(id);
        requireNotOverwritten(id);
        endStep(job, StepStatus.COMPLETED, null);
    }

    /** The running step of the undo ends well. */
    @Transactional(TxType.REQUIRES_NEW)
    public void completeUndo(JobId id) {
        endStep(owned(id), StepStatus.COMPLETED, null);
    }

    /**
     * A step that doesn't apply is recorded as skipped. One that was running when the job was taken over has done what it
     * was to do: it is completed.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void skipStep(JobId id, String name, int seq) {
        Job job = owned(id);
        boolean begun = runStep(id, name, seq);
        endStep(job, begun ? StepStatus.SKIPPED : StepStatus.COMPLETED, null);
    }

    /** The running step of the plan ends badly, while the job goes on to undo; does nothing if none of it is running. */
    @Transactional(TxType.REQUIRES_NEW)
    public void failStep(JobId id, String error) {
        Job job = owned(id);
        if (!recorded(job).hasBegunUndo()) {
            endStep(job, StepStatus.FAILED, error);
        }
    }

    /** The running step of the undo ends badly. */
    @Transactional(TxType.REQUIRES_NEW)
    public void failUndo(JobId id, String error) {
        endStep(owned(id), StepStatus.FAILED, error);
    }

    /**
     * Asks for the job to be stopped, whoever owns it.
     *
     * @throws JobEndedException if it has ended, and only then
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Job requestCancel(JobId id) {
        Job job = locked(id);
        if (job.status().hasEnded()) {
            throw new JobEndedException(id);
        }
        job.requestCancel(clock.instant());
        return job;
    }

    /**
     * Records what somebody found when testing the VM; the last one stays. Whoever keeps it too does so in the same
     * transaction.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void note(JobId id, TestOutcome outcome) {
        Job job = locked(id);
        job.note(outcome);
        outcomes.fire(new TestOutcomeRecorded(id, job.contextId(), outcome));
    }

    /**
     * Keeps what was found after the job had failed; the last one stays.
     *
     * @throws JobEndedException if the job is gone
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void note(JobId id, KeptChecks found) {
        locked(id).note(found);
    }

    /**
     * Ends a job for good, in the caller's transaction. A step that was running fails with the job; a failure before any
     * step is kept on the job alone.
     *
     * @param error the raw error; null unless the job failed
     * @return the job with its steps as they now are
     * @throws RecordOverwrittenException if it is to be completed, but another program has written over its record
     */
    @Transactional(TxType.MANDATORY)
    public RecordedJob end(JobId id, JobStatus how, String error) {
        Job job = owned(id);
        if (how == JobStatus.COMPLETED) {
            requireNotOverwritten(id);
        }
        endStep(job, StepStatus.FAILED, error);
        job.end(how, clock.instant());
        if (error != null) {
            database.update(NOTE_ERROR, Map.of("error", error, "id", id.value()));
        }
        return recorded(job);
    }

    private Job owned(JobId id) {
        Job job = locked(id);
        if (job.status().hasEnded() || !job.isOwnedBy(node.owner())) {
            throw new JobEndedException(id);
        }
        records.restore(job);
        return job;
    }

    private void requireNotOverwritten(JobId id) {
        if (records.of(id).filter(JobMetadata::isOverwritten).isPresent()) {
            throw new RecordOverwrittenException();
        }
    }

    private Job locked(JobId id) {
        Job job = entities.find(Job.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (job == null) {
            throw new JobEndedException(id);
        }
        return job;
    }

    /** @return false if it was begun before */
    private boolean runStep(JobId id, String name, int seq) {
        boolean there = steps(id).stream().anyMatch(step -> step.seq() == seq);
        if (!there) {
            entities.persist(new JobStep(id, name, seq, clock.instant()));
        }
        return !there;
    }

    private void endStep(Job job, StepStatus how, String error) {
        runningStep(job.id()).ifPresent(step -> step.end(how, error, clock.instant()));
        job.progressed(recorded(job).progress());
    }

    private RecordedJob recorded(Job job) {
        return new RecordedJob(job, records.of(job.id()).orElseGet(job::metadata), steps(job.id()));
    }

    private Optional<JobStep> runningStep(JobId id) {
        return steps(id).stream()
                .filter(step -> step.status() == StepStatus.RUNNING)
                .findFirst();
    }

    private List<JobStep> steps(JobId id) {
        List<?> steps = entities.createNativeQuery(STEPS, JobStep.class)
                .setParameter(1, id.value())
                .getResultList();
        return steps.stream().map(JobStep.class::cast).toList();
    }
}
