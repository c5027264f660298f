package io.clearover.failover.preflight;

import io.clearover.vm.MappedNetworks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Each network of the VM is mapped for such a failover. */
@ApplicationScoped
public class NetworkMappingCheck implements Check {

    @Override
    public String name() {
        return "network-mapping";
    }

    @Override
    public Finding look(PreflightTarget target) {
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
