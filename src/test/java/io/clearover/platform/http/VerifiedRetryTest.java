package io.clearover.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clearover.platform.CallPermit;
import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class VerifiedRetryTest {

    private static final CallRetry SHORT =
            new CallRetry(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(200));
    private static final CallRetry NONE = new CallRetry(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO);

    private final List<String> log = new ArrayList<>();

    @Test
    void what_is_answered_is_not_looked_for() {
        assertThat(new VerifiedRetry(SHORT).once("it", () -> act("done"), this::nothing))
                .isEqualTo("done");

        assertThat(log).containsExactly("act");
    }

    @Test
    void what_got_no_answer_is_looked_for_twice_before_it_is_repeated() {
        Supplier<String> secondTry = () -> log.contains("act") ? act("done") : lost();

        assertThat(new VerifiedRetry(SHORT).once("it", secondTry, this::nothing))
                .isEqualTo("done");

        assertThat(log).containsExactly("act", "look", "look", "act");
    }

    @Test
    void a_look_that_fails_is_no_reason_to_repeat() {
        assertThatThrownBy(() -> new VerifiedRetry(SHORT).once("it", this::lost, this::unseen))
                .isInstanceOf(UnansweredException.class)
                .hasMessage("lost");

        assertThat(log).containsOnlyOnce("act").contains("look");
    }

    @Test
    void without_retries_there_is_still_a_look() {
        assertThat(new VerifiedRetry(NONE).once("it", this::lost, this::there)).isEqualTo("there");

        assertThat(log).containsExactly("act", "look");
    }

    @Test
    void a_refusal_stays_one_when_nothing_is_seen_or_nothing_can_be_seen() {
        VerifiedRetry changes = new VerifiedRetry(SHORT);

        assertThatThrownBy(() -> changes.once("it", this::refused, this::nothing))
                .hasMessage("refused");
        assertThatThrownBy(() -> changes.once("it", this::refused, this::unseen))
                .hasMessage("refused");

        assertThat(log).containsExactly("act", "look", "act", "look");
    }

    @Test
    void what_is_refused_for_the_moment_is_tried_again() {
        Supplier<String> secondTry = () -> log.contains("act") ? act("done") : busy();

        assertThat(new VerifiedRetry(SHORT).once("it", secondTry, this::nothing))
                .isEqualTo("done");

        assertThat(log).containsExactly("act", "look", "act");
    }

    @Test
    void what_is_refused_for_the_moment_but_is_there_already_is_done() {
        assertThat(new VerifiedRetry(SHORT).once("it", this::busy, this::there)).isEqualTo("there");

        assertThat(log).containsExactly("act", "look");
    }

    @Test
    void what_is_refused_for_the_moment_after_an_answer_got_lost_is_tried_again() {
        Supplier<String> thirdTry = () -> switch (Collections.frequency(log, "act")) {
            case 0 -> lost();
            case 1 -> busy();
            default -> act("done");
        };

        assertThat(new VerifiedRetry(SHORT).once("it", thirdTry, this::nothing)).isEqualTo("done");

        assertThat(log).containsExactly("act", "look", "look", "act", "look", "act");
    }

    @Test
    void what_is_always_refused_for_the_moment_is_given_up_with_the_refusal() {
        assertThatThrownBy(() -> new VerifiedRetry(SHORT).once("it", this::busy, this::nothing))
                .hasMessage("busy");

        assertThat(log).hasSizeGreaterThan(4);
    }

    @Test
    void only_before_another_try_the_permit_is_asked_and_may_end_it() {
        VerifiedRetry changes = new VerifiedRetry(SHORT, new CallPermit() {
            @Override
            public void await() {}

            @Override
            public void awaitAnotherTry() {
                log.add("asked");
                throw new IllegalStateException("stopped");
            }
        });

        assertThatThrownBy(() -> changes.once("it", this::busy, this::nothing)).hasMessage("stopped");

        assertThat(log).containsExactly("act", "look", "asked");
    }

    @Test
    void an_interrupted_thread_neither_looks_nor_repeats() {
        Throwable failure = catchThrowable(() -> new VerifiedRetry(SHORT)
                .once(
                        "it",
                        () -> {
                            Thread.currentThread().interrupt();
                            return lost();
                        },
                        this::there));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessage("lost");
        assertThat(log).containsExactly("act");
    }

    private String act(String result) {
        log.add("act");
        return result;
    }

    private String lost() {
        log.add("act");
        throw new UnansweredException("lost");
    }

    private String refused() {
        log.add("act");
        throw new PlatformException("refused");
    }

    private String busy() {
        log.add("act");
        throw new PlatformException("busy") {
            @Override
            public boolean isBusy() {
                return true;
            }
        };
    }

    private Optional<String> nothing() {
        log.add("look");
        return Optional.empty();
    }

    private Optional<String> there() {
        log.add("look");
        return Optional.of("there");
    }

    private Optional<String> unseen() {
        log.add("look");
        throw new PlatformException("cannot look");
    }
}
