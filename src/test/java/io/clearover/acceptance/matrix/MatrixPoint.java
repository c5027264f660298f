package io.clearover.acceptance.matrix;

import io.clearover.acceptance.support.DisturbedOperation;

/**
 * A call that an undisturbed operation makes.
 *
 * @param step raw name of the step that makes it
 * @param undo whether the step is one of the undo
 * @param call as a fault names it
 * @param ofVm whether the call tells which VM it is about
 * @param occurrence how many such calls the operation made before, about its VM if it tells
 * @param previous the call before it; empty if it is the first
 */
record MatrixPoint(
        DisturbedOperation operation,
        String step,
        boolean undo,
        String call,
        boolean ofVm,
        int occurrence,
        String previous) {

    private static final String POLLING = "queryAsyncJobResult:";

    boolean isPoll() {
        return call.startsWith(POLLING);
    }

    /** Whether it is read to see that what was just done is there, so that a refusal of it is no refusal of that. */
    boolean confirms() {
        return previous.equals(POLLING + "createSnapshot") || previous.equals(POLLING + "attachVolume");
    }

    /** Whether it is about a snapshot's going back, which may be done twice and can't be seen. */
    boolean isRevert() {
        return call.endsWith("revertSnapshot");
    }
}
