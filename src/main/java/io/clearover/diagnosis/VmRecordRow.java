package io.clearover.diagnosis;

import io.clearover.job.ContextId;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.vm.Vm;
import io.clearover.vm.VmStatus;
import java.time.Instant;
import java.util.Optional;

/** A VM and what is recorded of it, as it was read. */
public record VmRecordRow(
        String contextId,
        String vmName,
        String vmwareVmId,
        String vmPath,
        String vcenterHost,
        String datacenter,
        String osType,
        Integer cpuCount,
        Integer memoryMb,
        Integer destinationId,
        String currentStatus,
        String runningJobId,
        Instant lastReplicated,
        int disksWithoutCopy,
        Instant syncBrokenOff,
        String lastJobId,
        String lastExternalId,
        String lastOperation,
        String lastStatus,
        String lastStep,
        String lastError,
        Instant lastEndedAt) {

    Vm vm() {
        return Vm.of(
                new ContextId(contextId),
                vmName,
                vmwareVmId,
                vmPath,
                vcenterHost,
                datacenter,
                osType,
                cpuCount,
                memoryMb,
                destinationId);
    }

    /** @param replications knows when the appliance's times were */
    VmRecord recorded(ReplicationJobs replications) {
        VmStatus status = currentStatus == null ? VmStatus.UNKNOWN : VmStatus.of(currentStatus);
        Instant replicated = replications.inUtc(lastReplicated);
        boolean madeUpFor = syncBrokenOff == null || replicated != null && replicated.isAfter(syncBrokenOff);
        return new VmRecord(
                status, runningJobId, replicated, disksWithoutCopy, madeUpFor ? null : syncBrokenOff, lastFailover());
    }

    private Optional<LastRun> lastFailover() {
        return Optional.ofNullable(lastJobId)
                .map(id -> new LastRun(
                        id,
                        lastExternalId,
                        JobKind.of("failover", lastOperation),
                        JobStatus.of(lastStatus) == JobStatus.FAILED,
                        lastStep,
                        lastError,
                        lastEndedAt));
    }
}
