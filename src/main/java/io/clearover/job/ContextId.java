package io.clearover.job;

import io.clearover.web.ProblemException;

/**
 * The id of a VM's context ({@code vm_replication_contexts.context_id}).
 *
 * @param value 1 to 64 characters
 */
public record ContextId(String value) {

    private static final int LONGEST = 64;

    /** @throws ProblemException (404) if no context can have this id */
    public ContextId {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw notFound();
        }
    }

    /** The problem of a context that doesn't exist. */
    public static ProblemException notFound() {
        return ProblemException.notFound(
                "vm-not-found", "No such VM", "No VM has this context id. The list of VMs is at /api/v1/vm-contexts.");
    }

    @Override
    public String toString() {
        return value;
    }
}
