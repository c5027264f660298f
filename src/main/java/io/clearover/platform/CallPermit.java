package io.clearover.platform;

/**
 * Asked by the adapters before each call to outside, so that an operation which this server no longer owns makes none.
 * Thread-safe.
 */
public interface CallPermit {

    /** For calls that belong to no operation. */
    CallPermit ALWAYS = () -> {};

    /**
     * Returns as soon as this thread may call; at once, if it runs no operation.
     *
     * @throws RuntimeException if it may not call any more
     */
    void await();

    /**
     * Told before something outside is changed: from then on it may be, whatever becomes of the call.
     *
     * @throws RuntimeException if it may not be changed any more
     */
    default void beforeChange() {}

    /**
     * As {@link #await}, before something is asked for once more that was refused for the moment. Nothing is under way then,
     * and nothing is lost if it is never asked for again.
     *
     * @throws RuntimeException also if the operation is to stop
     */
    default void awaitAnotherTry() {
        await();
    }
}
