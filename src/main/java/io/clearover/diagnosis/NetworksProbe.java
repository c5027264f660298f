package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.DestinationNetwork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The destination has the networks that the VM's are mapped to, and they can be used. */
@ApplicationScoped
class NetworksProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.DESTINATION, FaultObject.NETWORK, Condition.NOT_FOUND, Condition.WRONG_STATE, Condition.MISSING);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "networks";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return !target.networks().destinations().isEmpty();
    }

    @Override
    public Finding look(ProbeTarget target) {
        Map<String, Optional<DestinationNetwork>> networks = new LinkedHashMap<>();
        target.networks()
                .destinations()
                .forEach(id -> networks.put(id, target.destination().network(id)));
        List<String> missing = networks.keySet().stream()
                .filter(id -> networks.get(id).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return Finding.failed(
                    "network mapping validation failed: destination network not found: " + String.join(", ", missing));
        }
        return networks.values().stream()
                .flatMap(Optional::stream)
                .filter(DestinationNetwork::closed)
                .findFirst()
                .map(network -> Finding.of(
                        "closed",
                        "network %s \"%s\" is in state %s".formatted(network.id(), network.name(), network.state())))
                .orElseGet(() -> Finding.of("found"));
    }
}
