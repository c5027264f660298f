package io.clearover.operation;

import io.clearover.job.GuestSystem;
import io.clearover.job.Job;
import io.clearover.job.JobId;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStep;
import io.clearover.job.JobStore;
import io.clearover.job.OperationEnded;
import io.clearover.job.RecordedJob;
import io.clearover.vm.VmContexts;
import io.clearover.vm.VmStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Ends operations: the job's end, its error, the VM's state and what observers add are one transaction. */
@ApplicationScoped
public class OperationFinisher {

    private final JobStore jobs;
    private final VmContexts vms;
    private final Instance<OperationService> services;
    private final Clock clock;

    OperationFinisher() {
        this(null, null, null, null);
    }

    @Inject
    public OperationFinisher(JobStore jobs, VmContexts vms, @Any Instance<OperationService> services, Clock clock) {
        this.jobs = jobs;
        this.vms = vms;
        this.services = services;
        this.clock = clock;
    }

    /** As {@link #end(JobId, Outcome, boolean)}, for an operation of which nothing was taken back. */
    @Transactional(TxType.REQUIRES_NEW)
    public void end(JobId id, Outcome outcome) {
        end(id, outcome, false);
    }

    /**
     * Ends an operation that ran.
     *
     * @param undone whether what a failover did that didn't complete was taken back, all of it
     * @throws io.clearover.job.JobEndedException if the job has ended already: then nothing is changed
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void end(JobId id, Outcome outcome, boolean undone) {
        RecordedJob job = jobs.end(id, outcome.status(), outcome.error());
        Optional<VmStatus> vmStatus = ResultingVmStatus.of(job, undone);
        vmStatus.ifPresent(state -> vms.move(job.job().contextId(), state));
        tell(event(
                job, outcome, vmStatus.filter(VmStatus.CLEANUP_REQUIRED::equals).isPresent()));
    }

    private void tell(OperationEnded event) {
        services.stream()
                .filter(service -> service.runs(event.kind()))
                .findFirst()
                .orElseThrow()
                .ended(event);
    }

    private Boolean windows(Job job) {
        return vms.find(job.contextId())
                .map(vm -> GuestSystem.isWindows(vm.osType()))
                .orElse(null);
    }

    private OperationEnded event(RecordedJob ended, Outcome outcome, boolean leftSomething) {
        Job job = ended.job();
        Instant now = clock.instant();
        return new OperationEnded(
                job.id(),
                job.externalJobId(),
                job.contextId(),
                job.kind(),
                outcome.status(),
                ended.progress(),
                ended.failedStep().map(JobStep::name).orElse(null),
                outcome.status() == JobStatus.FAILED ? outcome.error() : null,
                leftSomething,
                ended.metadata().options(),
                outcome.status() == JobStatus.FAILED ? windows(job) : null,
                ended.metadata().startedBy(),
                now,
                Duration.between(job.startedAt(), now));
    }
}
