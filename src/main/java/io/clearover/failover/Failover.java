package io.clearover.failover;

import io.clearover.job.ExternalJobId;
import io.clearover.job.FailoverType;
import io.clearover.job.Job;
import io.clearover.job.JobId;
import io.clearover.job.Options;
import io.clearover.operation.DestinationVmName;
import io.clearover.operation.Intent;
import io.clearover.operation.Operation;
import io.clearover.operation.StepFailure;
import io.clearover.platform.SourceRef;
import io.clearover.vm.Vm;

/** A failover under way, test or live. */
public final class Failover implements Operation {

    private final JobId jobId;
    private final ExternalJobId externalJobId;
    private final Intent intent;
    private String destinationVmId;

    /** @param options as its job's request has them */
    public Failover(Job job, Options options, Vm vm) {
        this.jobId = job.id();
        this.externalJobId = new ExternalJobId(job.externalJobId());
        this.intent = new Intent(vm, job.type(), options);
    }

    @Override
    public JobId jobId() {
        return jobId;
    }

    @Override
    public ExternalJobId externalJobId() {
        return externalJobId;
    }

    @Override
    public Vm vm() {
        return intent.vm();
    }

    /** What it is to do. */
    public Intent intent() {
        return intent;
    }

    public FailoverType type() {
        return intent.type();
    }

    public boolean wantsFinalSync() {
        return intent.wantsFinalSync();
    }

    public boolean wantsDriverInjection() {
        return intent.wantsDriverInjection();
    }

    public boolean wantsSourceOff() {
        return intent.wantsSourceOff();
    }

    /** The VM as the source appliance knows it. */
    public SourceRef source() {
        return intent.vm().source();
    }

    /** What the VM at the destination is called. */
    public String destinationVmName() {
        return DestinationVmName.of(type(), vm().name(), externalJobId.value());
    }

    /** The VM that {@code vm-creation} made has this id. */
    public void created(String vmId) {
        destinationVmId = vmId;
    }

    /** @throws StepFailure before {@code vm-creation} has made it */
    public String destinationVmId() {
        if (destinationVmId == null) {
            throw new StepFailure("destination VM has not been created");
        }
        return destinationVmId;
    }
}
