package io.clearover.operation;

import io.clearover.job.JobStatus;
import io.clearover.job.RecordedJob;
import io.clearover.vm.VmStatus;
import java.util.Optional;
import java.util.Set;

/** In which state an ended operation leaves its VM. */
final class Aftermath {

    /** A failover that never came past these has changed nothing. */
    private static final Set<String> LEAVE_NOTHING = Set.of("validation", "final-sync");

    private Aftermath() {}

    /** Empty if it is left as it was, because nothing was done. */
    static Optional<VmStatus> of(RecordedJob ended) {
        return ended.stepsRun().isEmpty() ? Optional.empty() : Optional.of(after(ended));
    }

    private static VmStatus after(RecordedJob ended) {
        boolean completed = ended.job().status() == JobStatus.COMPLETED;
        return switch (ended.job().kind()) {
            case TEST_FAILOVER -> completed ? VmStatus.FAILED_OVER_TEST : notCompleted(ended);
            case LIVE_FAILOVER -> completed ? VmStatus.FAILED_OVER_LIVE : notCompleted(ended);
            default -> completed ? VmStatus.READY_FOR_FAILOVER : VmStatus.CLEANUP_REQUIRED;
        };
    }

    private static VmStatus notCompleted(RecordedJob ended) {
        boolean asBefore = LEAVE_NOTHING.containsAll(ended.stepsRun()) || ended.isUndone();
        return asBefore ? VmStatus.READY_FOR_FAILOVER : VmStatus.CLEANUP_REQUIRED;
    }
}
