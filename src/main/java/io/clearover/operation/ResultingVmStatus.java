package io.clearover.operation;

import io.clearover.job.Job;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.RecordedJob;
import io.clearover.vm.VmStatus;
import java.util.Optional;

/** In which state an ended operation leaves its VM. */
final class ResultingVmStatus {

    private ResultingVmStatus() {}

    /**
     * Empty if it is left as it was, because nothing was done.
     *
     * @param undone whether what a failover did that didn't complete was taken back, all of it
     */
    static Optional<VmStatus> of(RecordedJob ended, boolean undone) {
        return ended.stepsRun().isEmpty() ? Optional.empty() : Optional.of(after(ended.job(), undone));
    }

    private static VmStatus after(Job ended, boolean undone) {
        VmStatus notCompleted =
                undone && ended.kind().isFailover() ? VmStatus.READY_FOR_FAILOVER : VmStatus.CLEANUP_REQUIRED;
        return ended.status() == JobStatus.COMPLETED ? completed(ended.kind()) : notCompleted;
    }

    private static VmStatus completed(JobKind kind) {
        return switch (kind) {
            case TEST_FAILOVER -> VmStatus.FAILED_OVER_TEST;
            case LIVE_FAILOVER -> VmStatus.FAILED_OVER_LIVE;
            default -> VmStatus.READY_FOR_FAILOVER;
        };
    }
}
