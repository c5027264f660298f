package io.clearover.job;

import io.clearover.database.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A failover or rollback, a row of {@code job_tracking}. Other programs of the appliance write rows of their own there, and may
 * write over the metadata of ours. Its times have whole seconds, as the columns have. What went wrong is not in here: it may be
 * long, and nobody who runs a job asks for it.
 */
@Entity
@Table(name = "job_tracking")
public class Job {

    @Id
    private String id;

    @Column(name = "job_type", updatable = false)
    private String jobType;

    @Column(updatable = false)
    private String operation;

    private JobStatus status;

    @Column(name = "external_job_id", updatable = false)
    private String externalJobId;

    private String metadata;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "percent_complete")
    private Integer percentComplete;

    private String owner;

    @Column(name = "canceled_at")
    private Instant canceledAt;

    @Column(name = "context_id", updatable = false)
    private String contextId;

    @Column(name = "job_category", updatable = false)
    private String jobCategory;

    protected Job() {}

    /** A pending job of one of our operations. */
    Job(NewJob job, String owner, Instant now) {
        this.id = job.id().value();
        this.jobType = job.kind().jobType();
        this.operation = job.kind().operation(job.metadata().type());
        this.jobCategory = job.kind().jobCategory();
        this.status = JobStatus.PENDING;
        this.externalJobId = job.externalId().value();
        this.metadata = job.metadata().toJson();
        this.startedAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.createdAt = startedAt;
        this.percentComplete = 0;
        this.owner = owner;
        this.contextId = job.contextId().value();
    }

    public JobId id() {
        return new JobId(id);
    }

    public JobKind kind() {
        return JobKind.of(jobType, operation);
    }

    public JobStatus status() {
        return status;
    }

    public String externalJobId() {
        return externalJobId;
    }

    /** Test or live; of a rollback, what it rolls back. */
    public FailoverType type() {
        return JobKind.typeOf(operation);
    }

    /** As it is now, whoever wrote it. */
    public JobMetadata metadata() {
        return JobMetadata.of(metadata);
    }

    /**
     * What is recorded of the job, if that is still of this job and plan; otherwise what else is known of it, marked as
     * overwritten.
     *
     * @param plan names of the steps that such a job has
     */
    public JobMetadata record(List<String> plan) {
        JobMetadata said = metadata();
        boolean whole = plan.equals(said.planned())
                && contextId.equals(said.contextId())
                && externalJobId.equals(said.externalJobId())
                && type() == said.type();
        return whole ? said : JobMetadata.lost(contextId(), externalJobId, type(), plan);
    }

    public ContextId contextId() {
        return new ContextId(contextId);
    }

    public Instant startedAt() {
        return startedAt;
    }

    boolean isOwnedBy(String node) {
        return node.equals(owner);
    }

    /** Whether somebody asked to stop it. */
    public boolean isCancelRequested() {
        return canceledAt != null;
    }

    /** Keeps the first request's time. What is no JSON goes: the column's check would refuse the change. */
    void requestCancel(Instant now) {
        metadata = Json.isText(metadata) ? metadata : null;
        canceledAt = canceledAt == null ? now.truncatedTo(ChronoUnit.MICROS) : canceledAt;
    }

    void note(TestOutcome outcome) {
        metadata = metadata().with(outcome).toJson();
    }

    void note(KeptChecks found) {
        metadata = metadata().with(found).toJson();
    }

    /** Writes what is known of the job, unless the row says just that. */
    void keep(JobMetadata known) {
        if (!metadata().equals(known)) {
            metadata = known.toJson();
        }
    }

    /** Does nothing to a running one: a job that was taken over begins again. */
    void begin() {
        if (status != JobStatus.RUNNING) {
            become(JobStatus.RUNNING);
        }
    }

    void progressed(Progress progress) {
        percentComplete = (int) progress.percent();
    }

    /**
     * Ends the job for good.
     *
     * @throws IllegalStateException if it has ended already
     */
    void end(JobStatus how, Instant now) {
        become(how);
        completedAt = now.truncatedTo(ChronoUnit.SECONDS);
    }

    private void become(JobStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(
                    "job %s is %s and can't become %s".formatted(id, status.text(), next.text()));
        }
        status = next;
    }
}
