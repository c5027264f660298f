package io.clearover.acceptance.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** The chances of one request: they follow from the seed and the request's number alone. Not thread-safe. */
final class Dice {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Dice(long seed, int number) {
        this.random = new SplittableRandom(seed * MIX + number);
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in so many throws. */
    boolean oneIn(int throwsOfIt) {
        return below(throwsOfIt) == 0;
    }

    <T> T oneOf(List<T> things) {
        return things.get(below(things.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
