package io.clearover.job;

import io.clearover.rawtext.Excerpt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A failover as the appliance's other programs look for it, a row of {@code failover_jobs}. Its times have whole seconds. */
@Entity
@Table(name = "failover_jobs")
public class FailoverJob {

    private static final String PENDING = "pending";
    private static final String CREATING_VM = "creating_vm";
    private static final String COMPLETED = "completed";
    private static final String FAILED = "failed";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "vm_context_id", updatable = false)
    private String contextId;

    @Column(name = "job_id", updatable = false)
    private String externalJobId;

    @Column(name = "vm_id", updatable = false)
    private String vmwareVmId;

    @Column(name = "job_type", updatable = false)
    private String type;

    private String status;

    @Column(name = "source_vm_name", updatable = false)
    private String vmName;

    @Column(name = "destination_vm_id")
    private String destinationVmId;

    @Column(name = "error_message")
    private String error;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    protected FailoverJob() {}

    /** A pending one. */
    FailoverJob(
            ContextId context, FailoverType type, ExternalJobId job, String vmwareVmId, String vmName, Instant now) {
        this.contextId = context.value();
        this.externalJobId = job.value();
        this.vmwareVmId = vmwareVmId;
        this.type = type.text();
        this.status = PENDING;
        this.vmName = vmName;
        this.createdAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.startedAt = createdAt;
    }

    /** It has made this VM. */
    void created(String vmId) {
        destinationVmId = vmId;
        status = CREATING_VM;
    }

    /** @param rawError of a long one, its excerpt is kept: the column holds 65,535 bytes; null unless it failed */
    void end(JobStatus how, String rawError, Instant at) {
        status = how == JobStatus.COMPLETED ? COMPLETED : FAILED;
        error = Excerpt.of(rawError);
        completedAt = at.truncatedTo(ChronoUnit.SECONDS);
    }
}
