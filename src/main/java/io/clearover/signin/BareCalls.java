package io.clearover.signin;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The calls of the appliance's own API that Clearover answers in the appliance's forms: its GUI and its operators' scripts make
 * some of them without any credentials. What is Clearover's alone is not among them, nor is what the GUI always sends its token
 * with and that is Clearover's too: starts by {@code failover/test}, {@code /live} and {@code /rollback}, and recent jobs.
 */
final class BareCalls {

    private static final List<Pattern> CALLS =
            """
            GET    /vm-contexts
            GET    /vm-contexts/{vm}
            GET    /vm-contexts/{vm}/disks
            GET    /vm-contexts/by-id/{vm}
            GET    /replications
            GET    /replications/{job}
            GET    /network-mappings
            GET    /network-mappings/{vm}
            GET    /networks/available
            GET    /failover/jobs
            GET    /failover/{job}/status
            GET    /failover/preflight/config/{type}/{vm}
            GET    /failover/rollback/decision/{type}/{vm}
            POST   /failover/unified
            POST   /failover/cleanup/{vm}
            POST   /failover/{vm}/cleanup-failed
            DELETE /failover/test/{job}
            """
                    .lines()
                    .map(BareCalls::pattern)
                    .toList();

    private BareCalls() {}

    /** A part in braces is one segment, encoded; never one that leads elsewhere. */
    private static Pattern pattern(String line) {
        String[] call = line.split(" +");
        return Pattern.compile(call[0] + " /api/v1" + call[1].replaceAll("\\{\\w+}", "(?!\\\\.{1,2}(?:/|\\$))[^/;]+"));
    }

    /** @param path as it was sent, encoded, without the query */
    static boolean include(String method, String path) {
        String call = method + " " + path;
        return CALLS.stream().anyMatch(pattern -> pattern.matcher(call).matches());
    }
}
