package io.clearover.summary;

import io.clearover.job.ContextId;
import java.util.function.UnaryOperator;

/** Where VMs keep the summaries of their last operations: implemented by what owns their rows. Thread-safe. */
public interface SummaryStore {

    /**
     * Changes the summary of a VM in the caller's transaction; does nothing for a VM that was deleted.
     *
     * @param change what is made of the summary: given null if there is none, or none that can be read; what it returns as it
     *     was is not written
     */
    void change(ContextId vm, UnaryOperator<LastOperation> change);
}
