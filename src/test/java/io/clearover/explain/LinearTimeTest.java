package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time grows with the text's length, not faster, for texts made to be bad for expressions. */
class LinearTimeTest {
    private static final int SMALL = 64 * 1024;
    private static final int FACTOR = 8;
    /** Quadratic time would take 64 times as long, linear time 8 times. */
    private static final double MOST = FACTOR * 3.0;
    /** Shorter times are the machine's noise. */
    private static final long NOISE = 5_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\\",
                "volume ",
                "connection refused ",
                "\u001b[31m",
                "{\"a\":\"",
                "network mapping network ",
                "Caused by: java.net.ConnectException: x\n\tat a.b.C(D.java:1)\n"
            })
    void explaining_takes_time_linear_in_the_text(String unit) {
        linear(unit, text -> Fixtures.explain("volume-attachment", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "password",
                "password=",
                "\"password\":\"",
                "https://a:",
                "token ",
                "-----BEGIN PRIVATE KEY-----"
            })
    void redacting_takes_time_linear_in_the_text(String unit) {
        Redaction redaction = new Redaction();

        linear(unit, redaction::redact);
    }

    private static void linear(String unit, Consumer<String> work) {
        String small = unit.repeat(SMALL / unit.length());
        String large = unit.repeat(SMALL * FACTOR / unit.length());
        work.accept(small);

        double ratio = (double) fastest(large, work) / Math.max(NOISE, fastest(small, work));

        System.out.printf("%d times the text takes %.1f times as long: %s%n", FACTOR, ratio, unit.strip());
        assertThat(ratio).isLessThan(MOST);
    }

    private static long fastest(String text, Consumer<String> work) {
        return IntStream.range(0, 3)
                .mapToLong(run -> {
                    long start = System.nanoTime();
                    work.accept(text);
                    return System.nanoTime() - start;
                })
                .min()
                .getAsLong();
    }
}
