package io.clearover.operation;

import io.clearover.vm.VmStatus;
import java.util.EnumSet;
import java.util.Set;

/** What a request for a rollback means to roll back, by the state of its VM. */
public enum RollbackScope {
    /** Whatever there is. */
    ANYTHING(VmStatus.FAILED_OVER_TEST, VmStatus.FAILED_OVER_LIVE, VmStatus.CLEANUP_REQUIRED),
    /** A test VM, or what a failed operation left behind. */
    NOT_LIVE(VmStatus.FAILED_OVER_TEST, VmStatus.CLEANUP_REQUIRED),
    /** What a failed operation left behind, and nothing that runs. */
    LEFTOVERS(VmStatus.CLEANUP_REQUIRED);

    private final Set<VmStatus> states;

    RollbackScope(VmStatus first, VmStatus... others) {
        this.states = EnumSet.of(first, others);
    }

    boolean covers(VmStatus status) {
        return states.contains(status);
    }

    /** Why nothing is rolled back in a state that isn't covered, and what to do. */
    String whyNot(VmStatus status) {
        return this == ANYTHING ? status.whyNoRollback() : status.whyNoCleanup();
    }
}
