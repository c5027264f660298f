package io.clearover.explain.rest;

import java.time.Instant;
import java.util.List;

/**
 * What the catalogue doesn't know yet.
 *
 * @param groups errors that differ in numbers and ids alone are one group; newest first, at most 100
 * @param count how many groups there are here
 * @param failuresRead how many recorded errors were looked at
 */
public record UnmatchedErrorsView(List<Group> groups, int count, int failuresRead) {

    /**
     * Errors that want one rule.
     *
     * @param error the newest of them, without its secrets; the middle of a long one is left out
     * @param failures how many jobs failed so
     * @param steps technical names of the steps that failed so
     * @param operationTypes which operations failed so
     * @param lastSeenAt when it happened last; null if nobody recorded it
     */
    public record Group(
            String error, int failures, List<String> steps, List<String> operationTypes, Instant lastSeenAt) {}
}
