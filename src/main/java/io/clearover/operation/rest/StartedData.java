package io.clearover.operation.rest;

import io.clearover.job.Job;
import io.clearover.job.JobKind;
import io.clearover.job.JobMetadata;
import io.clearover.operation.DestinationVmName;
import io.clearover.operation.OpenedOperation;
import io.clearover.vm.Vm;
import jakarta.json.bind.annotation.JsonbNillable;

/**
 * What an operation does, as the appliance's API tells it.
 *
 * @param failoverType test or live; absent of a rollback, as {@code destinationName} and {@code configuration}
 * @param rollbackType what is rolled back, test or live; absent of a failover, as {@code powerOnSource} and {@code
 *     forceCleanup}
 * @param destinationName what the new VM is called
 * @param powerOnSource whether the source VM is switched on at the end
 * @param forceCleanup always false: nothing is removed by force
 */
public record StartedData(
        @JsonbNillable(false) String failoverType,
        @JsonbNillable(false) String rollbackType,
        String contextId,
        String vmName,
        String vmwareVmId,
        @JsonbNillable(false) String destinationName,
        @JsonbNillable(false) Boolean powerOnSource,
        @JsonbNillable(false) Boolean forceCleanup,
        @JsonbNillable(false) Configuration configuration) {

    /** What a failover was asked for, and what is always so. */
    public record Configuration(
            boolean performFinalSync,
            boolean powerOffSource,
            boolean skipValidation,
            boolean skipVirtio,
            String networkStrategy,
            String vmNaming) {}

    static StartedData of(OpenedOperation opened) {
        return opened.job().kind() == JobKind.ROLLBACK ? ofRollback(opened) : ofFailover(opened);
    }

    private static StartedData ofFailover(OpenedOperation opened) {
        Job job = opened.job();
        Vm vm = opened.vm();
        JobMetadata asked = job.metadata();
        boolean live = job.kind() == JobKind.LIVE_FAILOVER;
        return new StartedData(
                job.type().text(),
                null,
                vm.contextId().value(),
                vm.name(),
                vm.vmwareVmId(),
                DestinationVmName.of(job.type(), vm.name(), job.externalJobId()),
                null,
                null,
                new Configuration(
                        asked.options().wantsFinalSync(),
                        live && !Boolean.FALSE.equals(asked.powerOffSource()),
                        false,
                        !asked.options().wantsDriverInjection(),
                        job.type().text(),
                        live ? "exact" : "suffixed"));
    }

    private static StartedData ofRollback(OpenedOperation opened) {
        Job job = opened.job();
        Vm vm = opened.vm();
        return new StartedData(
                null,
                job.type().text(),
                vm.contextId().value(),
                vm.name(),
                vm.vmwareVmId(),
                null,
                Boolean.TRUE.equals(job.metadata().powerOnSource()),
                false,
                null);
    }
}
