package io.clearover.platform;

/** Opens the facts of the active destination; each time afresh, because its settings change. Thread-safe. */
public interface DestinationSurvey {

    /**
     * For somebody who waits: each question is asked once.
     *
     * @throws PlatformException when no destination is configured, or its settings can't be read
     */
    DestinationFacts atOnce();

    /**
     * For an operation: a question that gets no answer is asked again for a while.
     *
     * @throws PlatformException as {@link #atOnce} does
     */
    DestinationFacts patiently();
}
