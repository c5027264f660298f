package io.clearover.platform.cloudstack;

import io.clearover.platform.DestinationNetwork;
import java.util.Map;
import java.util.Optional;

/** The destination's networks. */
final class CloudStackNetworks {

    private CloudStackNetworks() {}

    static Optional<DestinationNetwork> find(Commands commands, String networkId) {
        return commands.list("listNetworks", "network", Map.of("id", networkId, "listall", "true")).stream()
                .map(network -> new DestinationNetwork(network.text("id"), network.text("name"), network.text("state")))
                .filter(network -> network.id().equals(networkId))
                .findFirst();
    }
}
