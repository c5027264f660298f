package io.clearover.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.estimate.Estimate.Rest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void without_history_nothing_is_said() {
        assertThat(Estimate.of(new Rest("copy", 1, List.of()), new StepTimes(List.of())))
                .isEmpty();
    }

    @Test
    void one_step_without_history_is_enough_to_say_nothing() {
        StepTimes times = new StepTimes(List.of(new PastStep("copy", true, 10)));

        assertThat(Estimate.of(new Rest("copy", 1, List.of("start")), times)).isEmpty();
    }

    @Test
    void the_range_is_from_the_20th_to_the_80th_percentile() {
        StepTimes times = new StepTimes(steps("copy", false, 10, 20, 30, 40, 50, 60));

        assertThat(Estimate.of(new Rest(null, 0, List.of("copy")), times)).hasValue(new Estimate(20, 50, false));
    }

    @Test
    void the_steps_to_come_are_added_to_what_is_left_of_the_running_one() {
        StepTimes times = new StepTimes(
                Stream.concat(steps("copy", true, 10, 20, 30).stream(), steps("start", true, 5, 5, 5).stream())
                        .toList());

        assertThat(Estimate.of(new Rest("copy", 8, List.of("start")), times)).hasValue(new Estimate(7, 27, false));
    }

    @Test
    void a_step_past_its_usual_time_is_longer_than_usual() {
        StepTimes times = new StepTimes(
                Stream.concat(steps("copy", true, 10, 20, 30).stream(), steps("start", true, 5, 5, 5).stream())
                        .toList());

        assertThat(Estimate.of(new Rest("copy", 31, List.of("start")), times))
                .as("within the grace")
                .hasValue(new Estimate(5, 5, false));
        assertThat(Estimate.of(new Rest("copy", 33, List.of("start")), times)).hasValue(new Estimate(5, 5, true));
    }

    @Test
    void a_vms_own_history_wins_when_there_is_enough_of_it() {
        List<PastStep> fleet = steps("copy", false, 100, 100, 100, 100, 100);
        Rest rest = new Rest(null, 0, List.of("copy"));

        assertThat(Estimate.of(rest, times(fleet, steps("copy", true, 10, 10, 10))))
                .hasValue(new Estimate(10, 10, false));
        assertThat(Estimate.of(rest, times(fleet, steps("copy", true, 10))))
                .hasValueSatisfying(estimate -> assertThat(estimate.secondsTo()).isEqualTo(100));
    }

    @Test
    void times_that_run_backward_count_as_nothing() {
        assertThat(Estimate.of(new Rest(null, 0, List.of("copy")), new StepTimes(steps("copy", true, -5, -5, -5))))
                .hasValue(new Estimate(0, 0, false));
    }

    private static StepTimes times(List<PastStep> one, List<PastStep> other) {
        return new StepTimes(Stream.concat(one.stream(), other.stream()).toList());
    }

    private static List<PastStep> steps(String name, boolean own, int... seconds) {
        return IntStream.of(seconds)
                .mapToObj(each -> new PastStep(name, own, each))
                .toList();
    }
}
