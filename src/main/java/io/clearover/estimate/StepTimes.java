package io.clearover.estimate;

import io.clearover.estimate.Estimate.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How long each step took in earlier jobs. */
final class StepTimes {

    /** With fewer runs of its own, a VM is like the others. */
    private static final int ENOUGH = 3;

    private static final double LOW = 0.2;
    private static final double HIGH = 0.8;

    private final Map<String, List<PastStep>> byName;

    StepTimes(List<PastStep> past) {
        this.byName = past.stream().collect(Collectors.groupingBy(PastStep::name));
    }

    /** From the 20th to the 80th percentile; empty if the step never ran. */
    Optional<Range> of(String step) {
        List<PastStep> all = byName.getOrDefault(step, List.of());
        List<PastStep> own = all.stream().filter(PastStep::own).toList();
        List<Double> seconds = (own.size() >= ENOUGH ? own : all)
                .stream().map(past -> Math.max(0, past.seconds())).sorted().toList();
        return seconds.isEmpty() ? Optional.empty() : Optional.of(new Range(at(seconds, LOW), at(seconds, HIGH)));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
