package io.clearover.explain;

/**
 * A pattern with the cause that it stands for.
 *
 * @param cause null for a pattern that only finds a place in the text
 */
record Rule(Cause cause, CausePattern pattern) {}
