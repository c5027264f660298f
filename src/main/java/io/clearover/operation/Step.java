package io.clearover.operation;

/**
 * One step of a plan. A step looks at what is there before it acts, since an earlier operation may have died half-way.
 *
 * @param <O> the operation that it belongs to
 */
public interface Step<O extends Operation> {

    /** The name in {@code job_steps.name}, from the appliance's vocabulary. */
    String name();

    /** Whether there is anything to do for this operation; if not, it is recorded as skipped. Quick, and changes nothing. */
    default boolean appliesTo(O operation) {
        return true;
    }

    /**
     * Does it, outside of any transaction.
     *
     * @throws RuntimeException to fail the operation at this step, with the raw error as its message
     */
    void run(O operation);
}
