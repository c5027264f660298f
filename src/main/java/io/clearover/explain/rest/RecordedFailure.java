package io.clearover.explain.rest;

import io.clearover.explain.catalogue.OperationType;
import java.time.Instant;

/**
 * A failure of the history.
 *
 * @param step technical name of the step that failed; null outside any step
 * @param operation null if another program ran something unknown
 * @param error the raw error; of a long one an excerpt
 * @param at when it was; null if nobody recorded it
 */
record RecordedFailure(String jobId, String step, OperationType operation, String error, Instant at) {}
