package io.clearover.operation;

import io.clearover.job.EndedJob;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.vm.VmStatus;
import java.util.Set;

/** In which state an ended operation leaves its VM. */
final class Aftermath {

    /** A failover that never came past these has changed nothing at the destination. */
    private static final Set<String> LEAVE_NOTHING = Set.of("validation", "source-vm-power-off", "final-sync");

    private Aftermath() {}

    static VmStatus of(EndedJob ended) {
        boolean completed = ended.job().status() == JobStatus.COMPLETED;
        if (ended.job().kind() == JobKind.ROLLBACK) {
            return completed ? VmStatus.READY_FOR_FAILOVER : VmStatus.CLEANUP_REQUIRED;
        }
        if (completed) {
            return VmStatus.FAILED_OVER_TEST;
        }
        return LEAVE_NOTHING.containsAll(ended.stepsRun()) ? VmStatus.READY_FOR_FAILOVER : VmStatus.CLEANUP_REQUIRED;
    }
}
