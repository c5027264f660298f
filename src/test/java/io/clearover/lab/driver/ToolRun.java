package io.clearover.lab.driver;

import java.time.Duration;
import java.util.List;

/**
 * A run of the driver tool.
 *
 * @param exitCode 0 when it succeeded, 1 otherwise
 * @param duration how long it takes
 * @param lines    all that it prints
 */
public record ToolRun(int exitCode, Duration duration, List<String> lines) {

    /** As the tool's stand-in reads it: exit code and milliseconds on the first line, then what it is to print. */
    public String text() {
        return exitCode + " " + duration.toMillis() + "\n" + String.join("\n", lines);
    }
}
