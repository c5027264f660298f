package io.clearover.operation;

import io.clearover.job.JobKind;
import io.clearover.job.OperationEnded;

/** The service of operations of some kinds: who starts them also tells whoever observes it that they have ended. */
public interface OperationService {

    /** Whether operations of this kind are this service's. */
    boolean runs(JobKind kind);

    /**
     * Fires the event of an operation's end, whichever server ended it, in the caller's transaction: what observers write is
     * there together with the job's end, or not at all.
     */
    void ended(OperationEnded event);
}
