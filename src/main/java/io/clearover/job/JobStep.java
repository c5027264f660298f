package io.clearover.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A step that has begun, a row of {@code job_steps}. Its times have microseconds, as the columns have. */
@Entity
@Table(name = "job_steps")
public class JobStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "job_id", updatable = false)
    private String jobId;

    @Column(name = "name", updatable = false)
    private String name;

    @Column(name = "seq", updatable = false)
    private int seq;

    @Column(name = "status")
    private StepStatus status;

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Column(name = "error_message")
    private String errorMessage;

    @Column(name = "metadata")
    private String metadata;

    protected JobStep() {}

    JobStep(JobId job, String name, int seq, Instant now) {
        this.jobId = job.value();
        this.name = name;
        this.seq = seq;
        this.status = StepStatus.RUNNING;
        this.startedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public String name() {
        return name;
    }

    public int seq() {
        return seq;
    }

    /** The raw error, of a long one an excerpt; null unless it failed. */
    public String errorMessage() {
        return errorMessage;
    }

    public StepStatus status() {
        return status;
    }

    /** Whether it was noted how far its work is. */
    boolean hasProgress() {
        return metadata != null;
    }

    /** Notes how far the work of the running step has come. */
    void progressed(StepProgress progress) {
        metadata = progress.toJson();
    }

    /** The work of the running step was not begun after all. */
    void notBegun() {
        metadata = null;
    }

    /**
     * Ends the step for good.
     *
     * @param error the raw error; null unless it failed
     * @throws IllegalStateException if it has ended already
     */
    void end(StepStatus how, String error, Instant now) {
        if (status != StepStatus.RUNNING) {
            throw new IllegalStateException("step %s of job %s is already %s".formatted(name, jobId, status.text()));
        }
        status = how;
        errorMessage = error;
        completedAt = now.truncatedTo(ChronoUnit.MICROS);
    }
}
