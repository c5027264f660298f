package io.clearover.web;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * How much a body may be.
 *
 * @param bytes as it arrives; nothing is ever inflated
 * @param values objects, arrays, texts, numbers and the like in it: each takes more memory than its bytes
 */
public record BodyLimits(int bytes, int values) {

    /** A request about one thing. */
    public static final BodyLimits ONE = new BodyLimits(256 * 1024, 2_000);

    /** A batch. */
    public static final BodyLimits BATCH = new BodyLimits(1024 * 1024, 10_000);

    /** How deep values may be nested. */
    static final int DEPTH = 30;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final int CHUNK = 8192;

    /**
     * All of a body.
     *
     * @throws ProblemException (413) if there is more than the limit; (408) if it did not arrive in time
     */
    byte[] bytesOf(InputStream body) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
                read.write(chunk, 0, n);
                if (read.size() > bytes) {
                    throw tooLarge();
                }
                if (System.nanoTime() > end) {
                    throw tooSlow();
                }
            }
            return read.toByteArray();
        } catch (IOException brokenOff) {
            throw tooSlow();
        }
    }

    /**
     * Walks through JSON without keeping any of it.
     *
     * @throws ProblemException (413) if it has too many values
     * @throws RuntimeException if it is not one JSON value and nothing else, or nested too deep
     */
    void check(byte[] json) {
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(json))) {
            int depth = 0;
            int found = 0;
            do {
                switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    default -> {}
                }
                if (depth > DEPTH) {
                    throw new IllegalArgumentException("nested too deep");
                }
                if (++found > values) {
                    throw tooLarge();
                }
            } while (parser.hasNext());
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                "too-large",
                "The body is too large",
                413,
                "Send at most %d KiB, and %,d values in it.".formatted(bytes / 1024, values)));
    }

    private static ProblemException tooSlow() {
        return new ProblemException(Problem.of(
                "too-slow",
                "The body did not arrive",
                408,
                "Send all of the body within %d seconds.".formatted(TIMEOUT.toSeconds())));
    }
}
