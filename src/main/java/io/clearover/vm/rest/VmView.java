package io.clearover.vm.rest;

import io.clearover.job.view.LastRuns;
import io.clearover.summary.LastOperation;
import io.clearover.vm.VmStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A VM in the list and in detail. Which vCenter it is of is not in the API's description, which anybody can read. What the
 * appliance keeps of a VM is as it is stored there; null where it isn't known.
 *
 * @param vmwareVmId the source's id of the VM
 * @param vmPath where the source keeps the VM in its inventory
 * @param currentStatus a {@link VmStatus}; empty if it is not known
 * @param currentJobId the replication that the appliance is at, or was at last
 * @param totalJobsRun replications that the appliance has counted, as the next two
 * @param lastSuccessfulJobId the last replication that succeeded
 * @param lastJobAt when the appliance last began or ended a replication
 * @param runningJobId the failover or rollback that runs on it now, be it another program's; null if none does
 * @param allowedActions what an operator may start on it now: test_failover, live_failover, rollback
 * @param lastOperation null when there is none
 * @param lastTest the newest test failover and what it has shown; null when there is none
 * @param lastReplicatedAt when the newest replication that succeeded was completed; null when there is none
 */
@RecordBuilder
public record VmView(
        String contextId,
        String vmName,
        String vmwareVmId,
        String vmPath,
        @Schema(hidden = true) String vcenterHost,
        String datacenter,
        String currentStatus,
        String osType,
        Integer cpuCount,
        Integer memoryMb,
        String powerState,
        String vmToolsVersion,
        String currentJobId,
        int totalJobsRun,
        int successfulJobs,
        int failedJobs,
        String lastSuccessfulJobId,
        Instant firstJobAt,
        Instant lastJobAt,
        Instant lastStatusChange,
        Instant createdAt,
        Instant updatedAt,
        boolean autoAdded,
        boolean schedulerEnabled,
        String lastScheduledJobId,
        Instant nextScheduledAt,
        Integer credentialId,
        Integer osseaConfigId,
        String runningJobId,
        List<String> allowedActions,
        LastOperation lastOperation,
        LastRuns.LastTest lastTest,
        Instant lastReplicatedAt) {

    /** A row of the query. */
    public record Row(
            String contextId,
            String vmName,
            String vmwareVmId,
            String vmPath,
            String vcenterHost,
            String datacenter,
            String currentStatus,
            String osType,
            Integer cpuCount,
            Integer memoryMb,
            String powerState,
            String vmToolsVersion,
            String currentJobId,
            int totalJobsRun,
            int successfulJobs,
            int failedJobs,
            String lastSuccessfulJobId,
            Instant firstJobAt,
            Instant lastJobAt,
            Instant lastStatusChange,
            Instant createdAt,
            Instant updatedAt,
            boolean autoAdded,
            boolean schedulerEnabled,
            String lastScheduledJobId,
            Instant nextScheduledAt,
            Integer credentialId,
            Integer osseaConfigId,
            String lastOperationSummary,
            String runningJobId) {}

    static VmView of(Row row, LastOperation lastOperation, LastRuns.OfVm last) {
        return VmViewBuilder.builder()
                .contextId(row.contextId())
                .vmName(row.vmName())
                .vmwareVmId(row.vmwareVmId())
                .vmPath(row.vmPath())
                .vcenterHost(row.vcenterHost())
                .datacenter(row.datacenter())
                .currentStatus(row.currentStatus())
                .osType(row.osType())
                .cpuCount(row.cpuCount())
                .memoryMb(row.memoryMb())
                .powerState(row.powerState())
                .vmToolsVersion(row.vmToolsVersion())
                .currentJobId(row.currentJobId())
                .totalJobsRun(row.totalJobsRun())
                .successfulJobs(row.successfulJobs())
                .failedJobs(row.failedJobs())
                .lastSuccessfulJobId(row.lastSuccessfulJobId())
                .firstJobAt(row.firstJobAt())
                .lastJobAt(row.lastJobAt())
                .lastStatusChange(row.lastStatusChange())
                .createdAt(row.createdAt())
                .updatedAt(row.updatedAt())
                .autoAdded(row.autoAdded())
                .schedulerEnabled(row.schedulerEnabled())
                .lastScheduledJobId(row.lastScheduledJobId())
                .nextScheduledAt(row.nextScheduledAt())
                .credentialId(row.credentialId())
                .osseaConfigId(row.osseaConfigId())
                .runningJobId(row.runningJobId())
                .allowedActions(row.runningJobId() == null ? allowed(row.currentStatus()) : List.of())
                .lastOperation(lastOperation)
                .lastTest(last.test())
                .lastReplicatedAt(last.replicatedAt())
                .build();
    }

    private static List<String> allowed(String currentStatus) {
        VmStatus status = VmStatus.of(currentStatus);
        if (status.allowsFailover()) {
            return List.of("test_failover", "live_failover");
        }
        return status.allowsRollback() ? List.of("rollback") : List.of();
    }
}
