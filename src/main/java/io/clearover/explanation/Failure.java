package io.clearover.explanation;

import io.clearover.explain.OperationType;
import java.time.Instant;

/**
 * A failure of the history.
 *
 * @param step technical name of the step that failed; null outside any step
 * @param operation null if another program ran something unknown
 * @param error the raw error's beginning
 * @param ending the raw error's end if it is too long to be read whole; null otherwise
 * @param at when it was; null if nobody recorded it
 */
record Failure(String jobId, String step, OperationType operation, String error, String ending, Instant at) {

    /** What is explained: the root cause stands last. */
    String rawError() {
        return ending == null ? error : error + "\n" + ending;
    }
}
