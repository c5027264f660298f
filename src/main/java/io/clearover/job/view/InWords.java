package io.clearover.job.view;

import io.clearover.estimate.Estimate;

/** Times in words, for programs that show them as they are. */
public final class InWords {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private InWords() {}

    /** {@code 40 s}, {@code 1 min 5 s}, {@code 2 h 3 min}; null for null. */
    public static String seconds(Long seconds) {
        if (seconds == null) {
            return null;
        }
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR
                ? "%d min %d s".formatted(seconds / MINUTE, seconds % MINUTE)
                : "%d h %d min".formatted(seconds / HOUR, seconds % HOUR / MINUTE);
    }

    /** {@code in 40 s to 1 min 5 s}. */
    static String of(Estimate left) {
        return "in %s to %s".formatted(seconds(left.secondsFrom()), seconds(left.secondsTo()));
    }
}
