package io.clearover.explain.catalogue;

/** Whether a rollback has to come before anything else, because what a failed failover made is still there. */
public enum RollbackNeed {
    /** It made nothing, or what it made was undone. */
    NONE,
    /** Nobody knows: another program ran it. */
    MAYBE,
    /** Its undo failed too. */
    ALWAYS
}
