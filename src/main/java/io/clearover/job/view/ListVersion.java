package io.clearover.job.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a page of a VM's list is still the same, by what changes with each change of the rows that it is made from. While
 * one of its jobs is under way the page tells the time, so it has no version; nor has it right after a change, since times
 * are kept to the second.
 */
final class ListVersion {

    private static final Duration JUST_NOW = Duration.ofSeconds(3);

    private ListVersion() {}

    /**
     * A row of either table.
     *
     * @param copy whether it is a replication
     * @param changedAt when it was changed last; null if that is not recorded
     */
    public record Row(boolean copy, String id, String status, Instant changedAt, Instant completedAt) {

        private boolean hasEnded() {
            return status != null && ENDED.contains(status);
        }
    }

    /** Words that every program means an end by. */
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

    /**
     * The version, a text of letters and digits; empty if there is none.
     *
     * @param rows those that the page is made from, in any order
     * @param with what else the page depends on
     */
    static Optional<String> of(List<Row> rows, Instant now, String with) {
        boolean changes = rows.stream()
                .anyMatch(row -> !row.hasEnded()
                        || row.changedAt() == null
                        || row.changedAt().plus(JUST_NOW).isAfter(now));
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing(Row::copy).thenComparing(Row::id))
                .toList();
        return changes ? Optional.empty() : Optional.of(hash(sorted + with));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
