package io.clearover.acceptance.support;

import java.time.Duration;

/**
 * How much a run gives the tests that try things at random. A build gives each a slice, the same in every build;
 * {@code mvn verify -Psoak} gives each all there is, or much time, by another chance each time. Properties of the test's
 * name say it for a single run: {@code -Dkill=all}, {@code -Dkill.seed=42}, {@code -Dmodel.duration=PT10M}.
 */
public final class Chance {

    private static final boolean SOAK = Boolean.getBoolean("soak");

    /** Of the slice. */
    private static final long SEED = 11;

    private Chance() {}

    /** Whether a test is to try all that there is, and not a slice of it. */
    public static boolean all(String test) {
        return SOAK || "all".equals(System.getProperty(test));
    }

    /** What a test draws from; printed, so that its choices can be made again. */
    public static long seed(String test) {
        long seed = Long.getLong(test + ".seed", SOAK ? System.nanoTime() % 100_000 : SEED);
        System.out.printf("%s.seed=%d%n", test, seed);
        return seed;
    }

    /** How long a test that knows no end goes on. */
    public static Duration duration(String test, Duration slice, Duration soak) {
        String given = System.getProperty(test + ".duration");
        return given == null ? SOAK ? soak : slice : Duration.parse(given);
    }
}
