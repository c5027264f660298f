package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.vm.MappedNetworks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Each network of the VM is mapped for such a failover. */
@ApplicationScoped
public class NetworkMappingProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.APPLIANCE, FaultObject.NETWORK, Set.of(FaultObject.SETTING), Condition.MISSING, Condition.NOT_FOUND);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "network-mapping";
    }

    @Override
    public Finding look(ProbeTarget target) {
        return Finding.of("mapped", problem(target.networks()));
    }

    /** What is wrong with the mappings, as a raw error; empty if nothing is. */
    public static Optional<String> problem(MappedNetworks networks) {
        return networks.complete()
                ? Optional.empty()
                : Optional.of(
                        "Network mapping validation failed: [[Unmapped networks: %s]]".formatted(networks.unmapped()));
    }
}
