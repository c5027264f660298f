package io.clearover.explain;

/** A pattern with the cause that it stands for. */
record Rule(Cause cause, CausePattern pattern) {}
