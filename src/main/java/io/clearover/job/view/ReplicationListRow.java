package io.clearover.job.view;

import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of {@code replication_jobs} in a list.
 *
 * @param place its place among those that were read
 * @param listedAt when it was asked for, as it is stored: what lists are sorted by
 * @param updatedAt when another program last changed it, as it is stored
 * @param wanted false if it was found in the database not to be wanted: then nothing else is read of it
 */
public record ReplicationListRow(
        int place,
        String listedId,
        Instant listedAt,
        boolean wanted,
        Instant updatedAt,
        String contextId,
        String vmName,
        @Nested ReplicationRow replication) {}
