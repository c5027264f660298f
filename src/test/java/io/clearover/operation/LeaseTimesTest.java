package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.job.JobLeases.Silence;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeaseTimesTest {

    @ParameterizedTest
    @MethodSource("allowed")
    void a_server_trusts_its_lease_for_less_than_anybody_waits_to_take_over(Duration heartbeat, Duration lease) {
        LeaseTimes times = new LeaseTimes(heartbeat, lease);
        Silence silence = times.silence(true);

        assertThat(times.trusted()).isLessThan(silence.lease()).isLessThan(silence.ofEarlierLife());
        assertThat(silence.lease()).isEqualTo(Duration.ofSeconds(silence.lease().toSeconds()));
        assertThat(silence.ofEarlierLife())
                .isEqualTo(Duration.ofSeconds(silence.ofEarlierLife().toSeconds()));
    }

    static Stream<Arguments> allowed() {
        return LongStream.of(1, 150, 333, 667, 999, 1_000, 1_450, 5_000, 60_000)
                .mapToObj(Duration::ofMillis)
                .flatMap(heartbeat -> LongStream.of(2_000, 2_999, 4_350, 20_000, 3_600_000)
                        .mapToObj(Duration::ofMillis)
                        .filter(lease -> lease.compareTo(heartbeat.multipliedBy(3)) >= 0)
                        .map(lease -> Arguments.of(heartbeat, lease)));
    }

    @Test
    void with_what_is_set_by_default_one_missed_sign_of_life_stops_nothing() {
        LeaseTimes times = new LeaseTimes(Duration.ofSeconds(5), Duration.ofSeconds(20));

        assertThat(times.trusted()).isGreaterThan(times.heartbeat().multipliedBy(2));
    }

    @Test
    void a_lease_of_fewer_than_three_heartbeats_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> new LeaseTimes(Duration.ofSeconds(5), Duration.ofSeconds(14)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clearover.lease.time is PT14S: give at least three times clearover.lease.heartbeat (PT5S),"
                        + " and PT2S");
    }
}
