package io.clearover.compat.rest;

import io.clearover.job.FailoverType;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What can be chosen when a failover is started: the appliance's GUI makes its form of this.
 *
 * @param success always true
 * @param configuration the options by the names that a start has
 */
public record StartOptions(
        boolean success, String failoverType, String vmName, Map<String, Option> configuration, Metadata metadata) {

    /**
     * One option.
     *
     * @param value what is done if it isn't sent
     * @param required always false: an unticked box counts as missing in the GUI
     */
    public record Option(String type, @JsonbProperty("default") boolean value, boolean required, String description) {}

    /** About the options. */
    public record Metadata(String description, String version, Instant timestamp) {}

    static StartOptions of(FailoverType type, String vmName, Instant now) {
        boolean live = type == FailoverType.LIVE;
        Map<String, Option> options = new LinkedHashMap<>();
        if (live) {
            options.put("power_off_source", flag(true, "Switch the source VM off first, gracefully, then by force"));
        }
        options.put("perform_final_sync", flag(true, "Copy the latest changes first"));
        options.put("skip_virtio", flag(false, "Start without driver installation (Windows only)"));
        String description = live
                ? "The VM moves to the destination. Its networks are those of its live network mappings."
                : "A test VM starts at the destination beside the running source VM, in the networks of its test network"
                        + " mappings. It runs until it is rolled back.";
        return new StartOptions(true, type.text(), vmName, options, new Metadata(description, "1", now));
    }

    private static Option flag(boolean value, String description) {
        return new Option("boolean", value, false, description);
    }
}
