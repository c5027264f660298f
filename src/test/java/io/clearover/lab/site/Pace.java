package io.clearover.lab.site;

import java.time.Duration;

/**
 * How fast the lab's time runs.
 *
 * @param factor what every delay is multiplied with: 1 is the quick start, less is faster, 0 is at once
 */
public record Pace(double factor) {

    public Pace {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException("pace must be 0 or more, not " + factor);
        }
    }

    /** The time that work of so many seconds takes at this pace. */
    public Duration of(double seconds) {
        return Duration.ofMillis(Math.round(seconds * factor * 1000));
    }
}
