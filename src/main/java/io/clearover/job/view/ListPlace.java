package io.clearover.job.view;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * How far a list of jobs has been read: up to which row of each of the two tables, in the order of their indexes. Rows that come
 * meanwhile move nobody's place.
 *
 * @param tracked the last row of {@code job_tracking}; null if none was read, as the next
 * @param replication the last row of {@code replication_jobs}
 */
public record ListPlace(Mark tracked, Mark replication) {

    /** Nothing has been read. */
    public static final ListPlace START = new ListPlace(null, null);

    private static final char BETWEEN = '\n';
    private static final int PARTS = 4;

    /** What a column can hold. */
    private static final Instant EARLIEST = Instant.parse("1000-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    /**
     * One row's place.
     *
     * @param at the column that the list is sorted by, as it is stored; null if that is NULL
     */
    public record Mark(Instant at, String id) {}

    /** The same as a text that says nothing to anybody else. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((text(tracked) + BETWEEN + text(replication)).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Mark mark) {
        return mark == null
                ? "-" + BETWEEN
                : (mark.at() == null ? "" : mark.at().toString()) + BETWEEN + mark.id();
    }

    /** The place that a text of {@link #text} tells; empty if it is none. */
    public static Optional<ListPlace> of(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            return parts.length == PARTS
                    ? Optional.of(new ListPlace(mark(parts[0], parts[1]), mark(parts[2], parts[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Mark mark(String at, String id) {
        return at.equals("-") ? null : new Mark(at.isEmpty() ? null : instant(at), id);
    }

    private static Instant instant(String text) {
        Instant read = Instant.parse(text);
        if (read.isBefore(EARLIEST) || read.isAfter(LATEST)) {
            throw new IllegalArgumentException(text);
        }
        return read;
    }
}
