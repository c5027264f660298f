package io.clearover.explain.catalogue;

/** Whether what a failed failover made is still there, so that a rollback has to remove it. */
public enum RollbackNeed {
    /** It made nothing, or what it made was undone. */
    NONE,
    /** Nobody knows: another program ran it. */
    MAYBE,
    /** Its undo failed too. */
    ALWAYS
}
