package io.clearover.schema;

import java.time.Duration;

/**
 * How large a table is, as the database estimates it.
 *
 * @param rows about so many
 * @param bytes of its rows without its indexes
 */
record TableSize(long rows, long bytes) {

    static final TableSize NONE = new TableSize(0, 0);

    /** What a slow disk reads, sorts and writes in a second when an index is made. */
    private static final long BYTES_A_SECOND = 40_000_000;

    /** About how long an index of it takes. */
    Duration indexing() {
        return Duration.ofSeconds(1 + bytes / BYTES_A_SECOND);
    }

    /** Such as "about 300,000 rows, 311 MB". */
    @Override
    public String toString() {
        return "about %,d rows, %,d MB".formatted(rows, (bytes + 999_999) / 1_000_000);
    }
}
