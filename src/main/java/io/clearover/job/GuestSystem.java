package io.clearover.job;

import java.util.Locale;

/** What the recorded operating system of a VM tells. */
public final class GuestSystem {

    private GuestSystem() {}

    /**
     * Whether it is Windows, which needs drivers before it can start on KVM.
     *
     * @param osType VMware's guest id or a description; null if unknown
     * @return null if it is unknown
     */
    public static Boolean isWindows(String osType) {
        if (osType == null || osType.isBlank()) {
            return null;
        }
        String system = osType.toLowerCase(Locale.ROOT);
        return system.contains("win") && !system.contains("darwin");
    }
}
