package io.clearover.platform.http;

import java.time.Duration;
import java.util.Locale;

/** Durations in technical texts, such as {@code 2m0s} in the appliance's own and {@code 2m} in ours. */
public final class DurationText {

    private DurationText() {}

    public static String of(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
