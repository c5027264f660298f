package io.clearover.compat.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calls below {@code /api/v1} that the appliance's own API answers and Clearover doesn't, and what they are about. */
enum ApplianceOwnCalls {
    REPLICATIONS(
            "Starting, changing and following replications",
            "POST /replications",
            "(PUT|PATCH|DELETE) /replications/[^/]+",
            "\\S+ /replications/changeid",
            "\\S+ /progress/[^/]+",
            "\\S+ /replications/[^/]+/changeid"),
    MAPPINGS(
            "Writing and judging network mappings",
            "(POST|PUT|DELETE) /network-mappings(/.*)?",
            "\\S+ /network-mappings/[^/]+/status",
            "\\S+ /networks/resolve"),
    DISCOVERY("Finding and adding VMs", "\\S+ /(discovery|vms)(/.*)?"),
    SCHEDULES("Schedules", "\\S+ /schedules(/.*)?"),
    GROUPS("Groups of machines", "\\S+ /(machine-groups|vm-groups)(/.*)?", "PUT /vm-contexts/[^/]+/group"),
    SETTINGS(
            "Settings of the destination and the appliance",
            "\\S+ /(ossea|linstor|settings|service-offerings|vmware-credentials)(/.*)?"),
    SOURCES("Enrolling source appliances", "\\S+ /(admin|vma|enrollment)(/.*)?"),
    BACKUPS(
            "Backups and their policies",
            "\\S+ /(backups?|restore|repositories|policies|protection-flows|telemetry)(/.*)?"),
    SESSIONS("Sign-ins for tokens of the appliance", "\\S+ /auth(/.*)?"),
    DEBUGGING("What the appliance tells of itself", "\\S+ /debug(/.*)?");

    private static final String ROOT = "/api/v1";

    private final String subject;
    private final List<Pattern> calls;

    ApplianceOwnCalls(String subject, String... calls) {
        this.subject = subject;
        this.calls = Arrays.stream(calls).map(Pattern::compile).toList();
    }

    /**
     * What a call is about, as the beginning of a sentence; empty if it may be one of Clearover's.
     *
     * @param path as it was sent, encoded, without the query
     */
    static Optional<String> subject(String method, String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        String call = method + " " + path.substring(ROOT.length());
        return Arrays.stream(values())
                .filter(group -> group.calls.stream()
                        .anyMatch(pattern -> pattern.matcher(call).matches()))
                .map(group -> group.subject)
                .findFirst();
    }
}
