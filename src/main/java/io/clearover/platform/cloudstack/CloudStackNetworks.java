package io.clearover.platform.cloudstack;

import java.util.Map;

/** The destination's networks. */
final class CloudStackNetworks {

    private CloudStackNetworks() {}

    static boolean exists(Commands commands, String networkId) {
        return commands.list("listNetworks", "network", Map.of("id", networkId, "listall", "true")).stream()
                .anyMatch(network -> network.text("id").equals(networkId));
    }
}
