package io.clearover.explain.rest;

import io.clearover.explain.catalogue.OperationType;

/**
 * An error that an admin wants explained.
 *
 * @param step technical name of the step that failed; null for a failure outside any step
 * @param operation null if not known
 * @param error the raw error; may be empty
 */
record ExplainRequest(String step, OperationType operation, String error) {}
