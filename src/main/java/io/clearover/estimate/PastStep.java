package io.clearover.estimate;

/**
 * A step of an earlier job.
 *
 * @param own whether of the same VM
 * @param seconds how long it took; 0 if it was skipped
 */
public record PastStep(String name, boolean own, double seconds) {}
