package io.clearover.lab.seed;

import java.time.Duration;
import java.time.Instant;

/**
 * A replication that was.
 *
 * @param id               its id
 * @param full             whether it copied everything
 * @param startedAt        when it began
 * @param duration         how long it took until it succeeded or failed
 * @param totalBytes       what it had to move
 * @param failure          why it failed; null when it succeeded
 * @param previousChangeId where it began; null for a full one
 * @param changeId         what it reached; null when it failed
 */
record PastReplication(
        String id,
        boolean full,
        Instant startedAt,
        Duration duration,
        long totalBytes,
        Failure failure,
        String previousChangeId,
        String changeId) {

    boolean succeeded() {
        return failure == null;
    }

    Instant completedAt() {
        return startedAt.plus(duration);
    }

    long movedBytes() {
        return succeeded() ? totalBytes : Math.round(totalBytes * failure.progress() / 100);
    }
}
