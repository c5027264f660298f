package io.clearover.explain;

/**
 * A raw error beside the cause that it belongs to, or must not be taken for.
 *
 * @param step the step it occurred in, null if none
 * @param error the raw text
 */
record Example(String step, String error) {}
