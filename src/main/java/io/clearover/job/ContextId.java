package io.clearover.job;

/**
 * The id of a VM's context ({@code vm_replication_contexts.context_id}).
 *
 * @param value 1 to 64 characters
 */
public record ContextId(String value) {

    private static final int LONGEST = 64;

    /** @throws UnknownIdException if no context can have this id */
    public ContextId {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw notFound();
        }
    }

    /** What to throw where no VM has an id. */
    public static UnknownIdException notFound() {
        return new UnknownIdException(UnknownIdException.Kind.VM);
    }

    @Override
    public String toString() {
        return value;
    }
}
