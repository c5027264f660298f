package io.clearover.job;

import java.time.Instant;

/**
 * What somebody found when testing a VM that a test failover made.
 *
 * @param result passed or problems
 * @param note in their words, at most 2,000 characters; may be null
 * @param recordedBy name of the user
 * @param recordedAt when, in whole seconds
 */
public record TestOutcome(String result, String note, String recordedBy, Instant recordedAt) {}
