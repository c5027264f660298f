package io.clearover.platform.driver;

import io.clearover.platform.PlatformException;
import java.util.regex.Pattern;

/**
 * What the tool is called with, and only if both are safe to hand to a program that runs as root: neither can be an option,
 * leave /dev or the log folder, or hold a character that a shell reads.
 */
record DriverArguments(String devicePath, String jobId) {

    private static final Pattern DEVICE = Pattern.compile("/dev(/[A-Za-z0-9_][A-Za-z0-9_.:+-]*)+");
    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");
    private static final int MAX_LENGTH = 200;

    /** @throws PlatformException when one of the two is not acceptable */
    DriverArguments {
        refuse(DEVICE, "device", devicePath);
        refuse(JOB_ID, "job id", jobId);
    }

    private static void refuse(Pattern allowed, String what, String value) {
        if (value == null
                || value.length() > MAX_LENGTH
                || !allowed.matcher(value).matches()) {
            throw new PlatformException(
                    "VirtIO driver injection failed: refused to call the driver tool with the %s \"%s\""
                            .formatted(what, value == null ? "" : value.replaceAll("\\p{Cntrl}", "?")));
        }
    }
}
