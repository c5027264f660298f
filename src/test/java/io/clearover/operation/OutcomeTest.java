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
    void of_a_long_text_head_and_tail_are_kept_where_the_root_cause_stands() {
        String error = Outcome.failed(
                        "volume attachment failed: " + "x".repeat(1_000_000) + ": no space left on device")
                .error();

        assertThat(error)
                .hasSizeLessThanOrEqualTo(16_000)
                .startsWith("volume attachment failed")
                .contains("left out")
                .endsWith("no space left on device");
    }
}
