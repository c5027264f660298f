package io.clearover.operation;

import io.clearover.job.StepAndUndo;

/**
 * One step of a plan. A step looks at what is there before it acts, since an earlier operation may have died half-way.
 *
 * @param <O> the operation that it belongs to
 */
public interface OperationStep<O extends Operation> {

    /** Which step it is: its names, and what undoes it. */
    StepAndUndo step();

    /** Whether there is anything to do for this operation; if not, it is recorded as skipped. Quick, and changes nothing. */
    default boolean appliesTo(O operation) {
        return true;
    }

    /**
     * Does it, outside of any transaction.
     *
     * @throws RuntimeException to fail the operation at this step, with the raw error as its message
     */
    void run(O operation);

    /**
     * Whether what this step did is still there, so that an operation whose server died can go on behind it. Looks at it,
     * changes nothing, and tells the operation what later steps need to know.
     *
     * @throws io.clearover.platform.PlatformException if that can't be seen
     */
    default boolean holds(O operation) {
        return false;
    }

    /** Whether it can be run again after its server died in the middle of it. */
    default boolean canBeRunAgain() {
        return true;
    }
}
