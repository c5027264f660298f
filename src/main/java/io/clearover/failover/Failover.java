package io.clearover.failover;

import io.clearover.job.ExternalJobId;
import io.clearover.job.JobId;
import io.clearover.operation.Operation;
import io.clearover.operation.StepFailure;
import io.clearover.platform.SourceRef;
import io.clearover.vm.Vm;

/** A test failover under way. */
public final class Failover implements Operation {

    private final JobId jobId;
    private final ExternalJobId externalJobId;
    private final Vm vm;
    private final boolean finalSync;
    private final boolean driverInjection;
    private String destinationVmId;

    /**
     * @param finalSync whether to copy the latest changes from the source first
     * @param driverInjection whether to install drivers if the guest needs them
     */
    public Failover(JobId jobId, ExternalJobId externalJobId, Vm vm, boolean finalSync, boolean driverInjection) {
        this.jobId = jobId;
        this.externalJobId = externalJobId;
        this.vm = vm;
        this.finalSync = finalSync;
        this.driverInjection = driverInjection;
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
        return vm;
    }

    public boolean wantsFinalSync() {
        return finalSync;
    }

    public boolean wantsDriverInjection() {
        return driverInjection;
    }

    /** The VM as the source appliance knows it. */
    public SourceRef source() {
        return new SourceRef(vm.vmwareVmId(), vm.name(), vm.path(), vm.vcenterHost(), vm.datacenter());
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
