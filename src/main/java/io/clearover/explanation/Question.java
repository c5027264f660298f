package io.clearover.explanation;

import io.clearover.explain.OperationType;

/**
 * An error that an admin wants explained.
 *
 * @param step technical name of the step that failed; null for a failure outside any step
 * @param operation null if not known
 * @param error the raw error; may be empty
 */
record Question(String step, OperationType operation, String error) {}
