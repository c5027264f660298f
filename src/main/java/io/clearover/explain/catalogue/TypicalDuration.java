package io.clearover.explain.catalogue;

import java.time.Duration;

/**
 * How long a step usually takes: experience, no promise. Large VMs and busy systems take longer.
 *
 * @param from the least, whole seconds, at least one
 * @param to the most, whole seconds, at least as long
 */
public record TypicalDuration(Duration from, Duration to) {}
