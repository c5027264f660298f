package io.clearover.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallRetryTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicInteger calls = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"PT1S, PT0S", "PT1S, PT1S", "PT0.01S, PT0S"})
    void a_limit_that_leaves_no_time_for_a_pause_means_one_call(Duration delay, Duration limit) {
        CallRetry retry = new CallRetry(delay, LONG, limit);

        assertThatThrownBy(() -> retry.untilAnswered("it", this::unanswered)).hasMessage("lost 1");
    }

    @Test
    void a_longest_pause_below_the_first_is_no_reason_to_fail() {
        CallRetry retry = new CallRetry(Duration.ofMillis(5), Duration.ofMillis(1), LONG);

        assertThat(retry.untilAnswered("it", this::answeredAtThird)).isEqualTo(3);
    }

    @Test
    void a_definite_failure_is_thrown_at_once() {
        CallRetry retry = new CallRetry(Duration.ofMillis(1), LONG, LONG);

        assertThatThrownBy(() -> retry.untilAnswered("it", () -> {
                    throw new PlatformException("refused " + calls.incrementAndGet());
                }))
                .hasMessage("refused 1");
    }

    @Test
    void an_interrupted_call_is_not_repeated() {
        CallRetry retry = new CallRetry(Duration.ofMillis(1), LONG, LONG);

        Throwable failure = catchThrowable(() -> retry.untilAnswered("it", () -> {
            Thread.currentThread().interrupt();
            return unanswered();
        }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessage("lost 1");
    }

    @Test
    void an_interrupted_pause_ends_at_once_and_says_what_was_waited_for() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        CallRetry retry = new CallRetry(LONG, LONG.multipliedBy(2), LONG.multipliedBy(3));
        Thread thread = new Thread(() -> {
            failure.complete(catchThrowable(() -> retry.untilAnswered("CloudStack listVolumes", () -> {
                called.countDown();
                return unanswered();
            })));
            flag.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        called.await();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        thread.interrupt();

        assertThat(failure.get(10, TimeUnit.SECONDS))
                .isInstanceOf(UnansweredException.class)
                .hasMessage("interrupted while waiting for CloudStack listVolumes to complete");
        assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private int unanswered() {
        throw new UnansweredException("lost " + calls.incrementAndGet());
    }

    private int answeredAtThird() {
        return calls.get() < 2 ? unanswered() : calls.incrementAndGet();
    }
}
