package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.clearover.job.CancelRequestedException;
import io.clearover.job.JobId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SafePointTest {

    private final JobId job = JobId.random();
    private final LeaseTimes times = new LeaseTimes(Duration.ofSeconds(20), Duration.ofMinutes(1));
    private final LeaseGuard guard = new LeaseGuard(times, Ticker.systemTicker());
    private final CancelFlags cancels = new CancelFlags();
    private final LeasedCallPermit calls = new LeasedCallPermit(guard, new SafePoint(guard, cancels), null);

    @BeforeEach
    void theJobIsToStop() {
        guard.enter(job, guard.now());
        cancels.request(job);
    }

    @Test
    void what_was_refused_for_the_moment_is_not_tried_again_for_an_operation_that_is_to_stop() {
        calls.during(
                job, () -> assertThatThrownBy(calls::awaitAnotherTry).isInstanceOf(CancelRequestedException.class));
    }

    @Test
    void a_call_is_made_all_the_same() {
        calls.during(job, () -> assertThatCode(calls::await).doesNotThrowAnyException());
    }

    @Test
    void nothing_stops_an_undo() {
        cancels.undo(job);

        calls.during(job, () -> assertThatCode(calls::awaitAnotherTry).doesNotThrowAnyException());
    }

    @Test
    void who_runs_no_operation_may_always_try_again() {
        assertThatCode(calls::awaitAnotherTry).doesNotThrowAnyException();
    }
}
