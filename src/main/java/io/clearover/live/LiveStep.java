package io.clearover.live;

import java.time.Instant;

/**
 * The data of a {@code step} event: how a step is now.
 *
 * @param step its name; for non-admins a neutral one made from the display name
 * @param number its place among the job's steps, from 1
 * @param status running, completed, failed or skipped; unknown where another program has a word of its own
 * @param errorMessageUser what failed, in plain words; null unless the step failed
 */
public record LiveStep(
        String jobId,
        String step,
        String displayName,
        int number,
        String status,
        Instant startedAt,
        Instant completedAt,
        String errorMessageUser) {}
