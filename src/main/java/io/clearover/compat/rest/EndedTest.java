package io.clearover.compat.rest;

import io.clearover.operation.OpenedOperation;
import io.clearover.vm.Vm;

/**
 * The answer to the end of a test failover that was rolled back.
 *
 * @param success always true
 * @param jobId the test failover, as it was asked for
 */
public record EndedTest(boolean success, String message, String jobId, Data data) {

    /**
     * What was ended.
     *
     * @param vmId the VM's id in VMware
     * @param cleanupStatus always completed
     * @param integration always unified: there is one engine
     * @param rollbackJobId the job that did it
     */
    public record Data(
            String jobId,
            String contextId,
            String vmName,
            String vmId,
            String cleanupStatus,
            String integration,
            String rollbackJobId) {}

    static EndedTest by(OpenedOperation rollback, String jobId) {
        Vm vm = rollback.vm();
        return new EndedTest(
                true,
                "The test VM is removed, and the VM is ready again.",
                jobId,
                new Data(
                        jobId,
                        vm.contextId().value(),
                        vm.name(),
                        vm.vmwareVmId(),
                        "completed",
                        "unified",
                        rollback.job().id().value()));
    }
}
