package io.clearover.watch;

import io.clearover.summary.ToldEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A job of another program that has ended, with what its VM's summary tells of now. Its times are what the program wrote.
 *
 * @param replication whether it is one of {@code replication_jobs}; its times are then in the writer's zone when read
 * @param contextId of a VM that exists
 */
public record EndedJob(
        boolean replication,
        String id,
        String contextId,
        Instant startedAt,
        Instant completedAt,
        Instant updatedAt,
        @Nested ToldEnd told) {

    /** By how much a writer's clock may be ahead. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /**
     * When it ended: the recorded end, or else the last change of the row; null if neither can be true, because it is before
     * the start or still to come.
     */
    Instant endedAt(Instant now) {
        return Stream.of(completedAt, updatedAt)
                .filter(time -> time != null && !time.isAfter(now.plus(CLOCK_SKEW)))
                .filter(time -> startedAt == null || !time.isBefore(startedAt))
                .findFirst()
                .orElse(null);
    }

    /** Whether the VM's summary doesn't tell of it, nor of anything that ended later. */
    boolean isNews(ToldEnd summary, Instant now) {
        return summary.isBefore(id, endedAt(now), now);
    }
}
