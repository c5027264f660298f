package io.clearover.explain.matching;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Knows the words with which programs go on after a failure to tell what else failed, mostly the cleanup: what follows
 * them stands last, but is not the root cause. Thread-safe.
 */
final class SecondaryFailure {
    /** Room for such words as "error" between a colon and a mark. */
    private static final int LONGEST_LEAD = 8;

    private static final List<String> TASKS =
            List.of("cleanup", "clean-up", "clean up", "rollback", "roll back", "rolling back", "undo", "teardown");

    /** Whatever was recognised before these decides. */
    private static final LiteralIndex SURE = index(Stream.concat(
            Stream.of(
                    "also failed",
                    "suppressed: ",
                    "during handling of the above exception",
                    "the above exception was the direct cause"),
            TASKS.stream()
                    .map(
                            "[;,|\\(\\[] ?(?:and |but |then )*(?:the |its |automatic )*%s[a-z ]{0,40}(?:failed|error|:)"
                                    ::formatted)));

    /** These decide only if what was recognised before them tells why something failed. */
    private static final LiteralIndex LIKELY = index(Stream.of(
            "rollback failed",
            "cleanup failed",
            "cleanup error",
            "clean-up failed",
            "failed to roll ?back",
            "failed to clean ?up",
            "could not clean ?up",
            "unable to clean ?up",
            "cleaning up .{0,40}failed",
            "rolling back .{0,40}failed",
            "while cleaning up",
            "during cleanup",
            "another error occurred",
            "another exception occurred",
            "additional error"));

    private static final LiteralIndex ORIGINAL = index(Stream.of(
            "original (?:error|exception|failure|cause|problem)",
            "initial (?:error|exception|failure)",
            "underlying error",
            "root cause"));

    private SecondaryFailure() {}

    /**
     * The part of a text that tells of the first failure.
     *
     * @param sure whatever is recognised in it decides
     */
    record First(String text, boolean sure) {}

    /** Empty if the whole text does. */
    static Optional<First> before(String flat) {
        OptionalInt sure = start(SURE, flat, 0);
        OptionalInt likely =
                starts(LIKELY, flat).filter(start -> !isWrapped(flat, start)).min();
        if (sure.isEmpty() && likely.isEmpty()) {
            return Optional.empty();
        }
        return original(flat).or(() -> Optional.of(cut(flat, 0, sure, likely)));
    }

    /** What is named as the original error, which may stand before or after the others. */
    private static Optional<First> original(String flat) {
        OptionalInt start = start(ORIGINAL, flat, 0);
        return start.isEmpty()
                ? Optional.empty()
                : Optional.of(new First(
                        cut(flat, start.getAsInt(), start(SURE, flat, start.getAsInt()), OptionalInt.empty())
                                .text(),
                        true));
    }

    private static First cut(String flat, int from, OptionalInt sure, OptionalInt likely) {
        int end = sure.orElseGet(() -> likely.orElse(flat.length()));
        return new First(flat.substring(from, end), sure.isPresent());
    }

    /** After a colon stands what the words before it wrap: the cause, not another failure. */
    private static boolean isWrapped(String flat, int start) {
        return flat.substring(Math.max(0, start - LONGEST_LEAD), start).indexOf(':') >= 0;
    }

    /** Where the first of the marks starts. */
    private static OptionalInt start(LiteralIndex marks, String flat, int from) {
        return starts(marks, flat).filter(start -> start >= from).min();
    }

    private static IntStream starts(LiteralIndex marks, String flat) {
        return marks.in(flat).stream()
                .flatMap(mark -> mark.rule().pattern().allIn(flat, mark.occurrences()).stream())
                .mapToInt(span -> span.end() - span.length());
    }

    private static LiteralIndex index(Stream<String> marks) {
        return new LiteralIndex(marks.map(mark ->
                        new CauseRule("secondary-failure", 1, MatchRank.SPECIFIC, new CausePattern(mark, Set.of())))
                .toList());
    }
}
