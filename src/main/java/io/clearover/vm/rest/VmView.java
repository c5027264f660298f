package io.clearover.vm.rest;

import io.clearover.summary.LastOperation;
import io.clearover.vm.VmStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A VM in the list and in detail. Which vCenter it is of is not in the API's description, which anybody can read.
 *
 * @param currentStatus a {@link VmStatus}; empty if it is not known
 * @param runningJobId the failover or rollback that runs on it now, be it another program's; null if none does
 * @param allowedActions what an operator may start on it now: test_failover, live_failover, rollback
 * @param lastOperation null when there is none
 */
public record VmView(
        String contextId,
        String vmName,
        @Schema(hidden = true) String vcenterHost,
        String datacenter,
        String currentStatus,
        String osType,
        Integer cpuCount,
        Integer memoryMb,
        String powerState,
        String runningJobId,
        List<String> allowedActions,
        LastOperation lastOperation) {

    /** A row of the query. */
    public record Row(
            String contextId,
            String vmName,
            String vcenterHost,
            String datacenter,
            String currentStatus,
            String osType,
            Integer cpuCount,
            Integer memoryMb,
            String powerState,
            String lastOperationSummary,
            String runningJobId) {}

    static VmView of(Row row, LastOperation lastOperation) {
        return new VmView(
                row.contextId(),
                row.vmName(),
                row.vcenterHost(),
                row.datacenter(),
                row.currentStatus(),
                row.osType(),
                row.cpuCount(),
                row.memoryMb(),
                row.powerState(),
                row.runningJobId(),
                row.runningJobId() == null ? allowed(row.currentStatus()) : List.of(),
                lastOperation);
    }

    private static List<String> allowed(String currentStatus) {
        VmStatus status = VmStatus.of(currentStatus);
        if (status.allowsFailover()) {
            return List.of("test_failover", "live_failover");
        }
        return status.allowsRollback() ? List.of("rollback") : List.of();
    }
}
