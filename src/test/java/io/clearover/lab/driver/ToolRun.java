package io.clearover.lab.driver;

import java.time.Duration;
import java.util.List;

/**
 * A run of the driver tool.
 *
 * @param exitCode 0 when it succeeded, 1 when it failed, 137 when it was killed
 * @param duration how long it takes
 * @param lines    all that it prints
 */
public record ToolRun(int exitCode, Duration duration, List<String> lines) {

    /** The exit code of a program that was killed, as a shell tells it. */
    static final int KILLED = 137;

    /** The tool could not even begin. */
    static ToolRun refused() {
        return new ToolRun(
                1,
                Duration.ZERO,
                List.of(
                        "[   0.0] Setting up the source: -i disk",
                        "virt-v2v-in-place: error: libguestfs error: /usr/bin/supermin exited with error status 1.",
                        "To see full error messages you may need to enable debugging."));
    }

    /** The first half of this run, ended with another exit code and without last words. */
    ToolRun firstHalf(int otherExitCode) {
        return new ToolRun(otherExitCode, duration.dividedBy(2), lines.subList(0, lines.size() / 2));
    }

    /** As the tool's stand-in reads it: exit code and milliseconds on the first line, then what it is to print. */
    public String text() {
        return exitCode + " " + duration.toMillis() + "\n" + String.join("\n", lines);
    }
}
