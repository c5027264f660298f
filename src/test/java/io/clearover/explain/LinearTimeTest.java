package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.rawtext.Redaction;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time grows with the text's length, not faster, for texts made to be bad for expressions. */
class LinearTimeTest {
    /** Of the processor: what else runs on the machine counts for nothing. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int SMALL = 64 * 1024;
    /** Redaction runs several expressions over the whole text. */
    private static final int SMALL_TO_REDACT = 4 * 1024;

    private static final int FACTOR = 8;
    /** Quadratic time would take 64 times as long, linear time 8 times. */
    private static final double MOST = FACTOR * 3.0;
    /** Shorter times are the machine's noise. */
    private static final long NOISE = 1_000_000;

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
                "please see if volume x already exists. ",
                "Caused by: java.net.ConnectException: x\n\tat a.b.C(D.java:1)\n"
            })
    void explaining_takes_time_linear_in_the_text(String unit) {
        linear(unit, SMALL, text -> Fixtures.explain("volume-attachment", text));
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

        linear(unit, SMALL_TO_REDACT, redaction::redact);
    }

    @Test
    void work_that_is_not_linear_would_be_noticed() {
        assertThat(ratio("a", SMALL, LinearTimeTest::inQuadraticTime)).isGreaterThan(MOST);
    }

    private static void inQuadraticTime(String text) {
        int found = 0;
        for (int at = 0; at < text.length(); at += 32) {
            found += text.indexOf('b', at);
        }
        assertThat(found).isNegative();
    }

    private static void linear(String unit, int size, Consumer<String> work) {
        assertThat(ratio(unit, size, work)).isLessThan(MOST);
    }

    private static double ratio(String unit, int size, Consumer<String> work) {
        String small = unit.repeat(size / unit.length());
        String large = unit.repeat(size * FACTOR / unit.length());
        work.accept(small);

        double ratio = (double) fastest(large, work) / Math.max(NOISE, fastest(small, work));

        System.out.printf("%d times the text takes %.1f times as long: %s%n", FACTOR, ratio, unit.strip());
        return ratio;
    }

    private static long fastest(String text, Consumer<String> work) {
        return IntStream.range(0, 3)
                .mapToLong(run -> {
                    long start = THREADS.getCurrentThreadCpuTime();
                    work.accept(text);
                    return THREADS.getCurrentThreadCpuTime() - start;
                })
                .min()
                .getAsLong();
    }
}
