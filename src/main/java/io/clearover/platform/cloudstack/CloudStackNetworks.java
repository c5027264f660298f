package io.clearover.platform.cloudstack;

import io.clearover.platform.AvailableNetwork;
import io.clearover.platform.DestinationNetwork;
import io.clearover.platform.http.JsonFields;
import java.util.List;
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

    static List<AvailableNetwork> all(Commands commands) {
        return commands.list("listNetworks", "network", Map.of("listall", "true")).stream()
                .map(CloudStackNetworks::available)
                .toList();
    }

    private static AvailableNetwork available(JsonFields network) {
        return new AvailableNetwork(
                network.text("id"),
                network.text("name"),
                network.text("displaytext"),
                network.text("state"),
                network.text("zoneid"),
                network.text("zonename"),
                network.text("networkofferingname"),
                network.text("networkofferingid"),
                network.text("type"),
                network.text("traffictype"),
                network.text("gateway"),
                network.text("netmask"),
                network.text("cidr"),
                network.text("vlan"),
                network.text("broadcasturi"),
                network.is("isdefault"),
                network.is("canusefordeploy"),
                network.is("issystem"),
                network.is("ispersistent"),
                network.is("restartrequired"),
                network.is("specifyipranges"),
                network.text("acltype"),
                network.text("networkdomain"),
                network.text("dns1"),
                network.text("dns2"),
                network.text("related"));
    }
}
