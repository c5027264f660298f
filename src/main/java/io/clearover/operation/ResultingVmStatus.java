package io.clearover.operation;

import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.RecordedJob;
import io.clearover.vm.VmStatus;
import java.util.Optional;

/** In which state an ended operation leaves its VM. */
final class ResultingVmStatus {

    private ResultingVmStatus() {}

    /**
     * Empty if it is left as it was, because nothing was changed.
     *
     * @param undone whether what a failover did that didn't complete was taken back, all of it
     */
    static Optional<VmStatus> of(RecordedJob ended, boolean undone) {
        JobKind kind = ended.job().kind();
        if (ended.job().status() == JobStatus.COMPLETED) {
            return Optional.of(completed(kind));
        }
        if (ended.stepsRun().isEmpty() || !ended.metadata().mayHaveChanged()) {
            return Optional.empty();
        }
        return Optional.of(undone && kind.isFailover() ? VmStatus.READY_FOR_FAILOVER : VmStatus.CLEANUP_REQUIRED);
    }

    private static VmStatus completed(JobKind kind) {
        return switch (kind) {
            case TEST_FAILOVER -> VmStatus.FAILED_OVER_TEST;
            case LIVE_FAILOVER -> VmStatus.FAILED_OVER_LIVE;
            default -> VmStatus.READY_FOR_FAILOVER;
        };
    }
}
