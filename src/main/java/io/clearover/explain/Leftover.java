package io.clearover.explain;

/** Whether a failover that fails in a step has made things by then that a rollback has to remove. */
enum Leftover {
    NONE,
    MAYBE,
    ALWAYS
}
