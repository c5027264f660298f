package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.job.JobStatus;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void a_failure_tells_the_causes_too_as_far_as_they_say_more() {
        IllegalStateException root = new IllegalStateException("connection refused");
        RuntimeException middle = new RuntimeException("attach volume: connection refused", root);

        Outcome outcome = Outcome.failed(new RuntimeException("volume attachment failed", middle));

        assertThat(outcome.status()).isEqualTo(JobStatus.FAILED);
        assertThat(outcome.error()).isEqualTo("volume attachment failed: attach volume: connection refused");
    }

    @Test
    void what_has_no_message_tells_its_class() {
        assertThat(Outcome.failed(new NullPointerException()).error()).isEqualTo("java.lang.NullPointerException");
    }

    @Test
    void a_text_too_long_for_its_columns_is_cut() {
        assertThat(Outcome.failed("x".repeat(1_000_000)).error()).hasSize(64_000);
    }
}
