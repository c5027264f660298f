package io.clearover.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SummaryExpiryTest {

    @Test
    void an_age_below_seven_days_is_refused_by_its_key() {
        assertThatThrownBy(() -> withMaxAge(Duration.ofDays(7).minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clearover.summary.max-age");
    }

    @Test
    void seven_days_are_enough() {
        assertThat(withMaxAge(Duration.ofDays(7)).maxAge()).isEqualTo(Duration.ofDays(7));
    }

    private static SummaryExpiry withMaxAge(Duration age) {
        return new SummaryExpiry(new ExpiryBatch(), Clock.systemUTC(), age);
    }
}
