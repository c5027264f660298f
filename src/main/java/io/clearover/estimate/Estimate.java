package io.clearover.estimate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How much longer a job usually takes: of ten such jobs six take a time in this range.
 *
 * @param secondsFrom whole seconds, 0 or more
 * @param secondsTo whole seconds, not less than {@code secondsFrom}
 * @param longerThanUsual whether the running step has passed its usual time; the range is then that of the steps to come
 */
public record Estimate(long secondsFrom, long secondsTo, boolean longerThanUsual) {

    /** By how much a step may pass its usual time before that is worth a word. */
    private static final double GRACE_SECONDS = 2;

    /**
     * What is left of a job.
     *
     * @param running name of the running step; null between two steps
     * @param runningSeconds for how long it has been running
     * @param toCome names of the steps to come
     */
    public record Rest(String running, double runningSeconds, List<String> toCome) {}

    /** Empty unless all remaining steps have a history. */
    static Optional<Estimate> of(Rest rest, StepTimes times) {
        Optional<Range> coming = sum(rest.toCome().stream().map(times::of).toList());
        if (rest.running() == null) {
            return coming.map(range -> range.estimate(false));
        }
        Optional<Range> usual = times.of(rest.running());
        return coming.flatMap(range -> usual.map(step -> range.plus(step.minus(rest.runningSeconds()))
                .estimate(rest.runningSeconds() > step.to() + GRACE_SECONDS)));
    }

    private static Optional<Range> sum(Collection<Optional<Range>> ranges) {
        return ranges.stream().reduce(Optional.of(new Range(0, 0)), (sum, next) -> sum.flatMap(s -> next.map(s::plus)));
    }

    /** Seconds, both 0 or more. */
    record Range(double from, double to) {

        Range plus(Range other) {
            return new Range(from + other.from, to + other.to);
        }

        Range minus(double seconds) {
            return new Range(Math.max(0, from - seconds), Math.max(0, to - seconds));
        }

        private Estimate estimate(boolean longerThanUsual) {
            return new Estimate((long) from, (long) Math.ceil(to), longerThanUsual);
        }
    }
}
