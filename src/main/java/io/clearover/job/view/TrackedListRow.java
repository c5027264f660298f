package io.clearover.job.view;

import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of {@code job_tracking} in a list.
 *
 * @param place its place among those that were read
 * @param listedAt its start, as it is stored: what lists are sorted by
 * @param wanted false if it was found in the database not to be wanted: then nothing else is read of it
 */
public record TrackedListRow(int place, String listedId, Instant listedAt, boolean wanted, @Nested JobRow job) {}
