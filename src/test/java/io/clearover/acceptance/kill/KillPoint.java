package io.clearover.acceptance.kill;

import io.clearover.acceptance.support.DisturbedOperation;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.site.LabVm;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A moment in which a server dies.
 *
 * @param step its number in {@code job_steps}; 0 for before all, {@link #END} for after all
 * @param moment in words
 * @param place where the database holds the job, see {@link KillHolds}; null if the lab does
 * @param fault how the lab holds it; null if the database does
 * @param passes whether it goes by after a while, unlike one at which the job is held
 * @param suits VMs that come to this point
 */
record KillPoint(
        DisturbedOperation operation,
        int step,
        String moment,
        String place,
        Function<LabVm, Fault> fault,
        boolean passes,
        Predicate<LabVm> suits) {

    static final int END = 99;

    /** The moment between two steps. */
    static final String BEFORE = "before it is begun";

    /** The step that can't be run again once it has begun: it prepares drivers. */
    private static final int ONCE = 5;

    /** A point where the database holds the job. */
    static KillPoint held(DisturbedOperation operation, int step, String moment, String place, Predicate<LabVm> suits) {
        return new KillPoint(operation, step, moment, place, null, false, suits);
    }

    /** Whether the operation comes to a good end after the kill. */
    boolean completes() {
        boolean inTheMiddle = step == ONCE && !moment.equals(BEFORE);
        return operation.isRollback() || operation != DisturbedOperation.UNDO_OF_LIVE && !inTheMiddle;
    }

    /** Whether it is gone on with in the middle, and isn't just begun or ended. */
    boolean isResumed() {
        return completes() && !operation.isRollback() && !isBeforeAll() && !isAfterAll();
    }

    /** Nothing was begun, so all is still to be done. */
    boolean isBeforeAll() {
        return step == 0;
    }

    /** All was done, only that wasn't recorded. */
    boolean isAfterAll() {
        return step == END;
    }

    @Override
    public String toString() {
        String where = isBeforeAll() ? "waiting" : isAfterAll() ? "the end" : "step " + step;
        return "%s, %s, %s".formatted(operation.text(), where, moment);
    }
}
