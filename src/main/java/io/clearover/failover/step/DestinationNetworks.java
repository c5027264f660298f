package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.ContextId;
import io.clearover.operation.StepFailure;
import io.clearover.vm.Networks;
import io.clearover.vm.Networks.Mapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The networks of the destination that a failover connects its VM to, by the VM's mappings. */
@ApplicationScoped
public class DestinationNetworks {

    private final Networks networks;

    DestinationNetworks() {
        this(null);
    }

    @Inject
    public DestinationNetworks(Networks networks) {
        this.networks = networks;
    }

    /**
     * Ids in the order of the VM's NICs, at least one, each once.
     *
     * @throws StepFailure if a network of the VM has no mapping for such a failover
     */
    public List<String> of(Failover failover) {
        ContextId context = failover.vm().contextId();
        Map<String, String> mapped = new LinkedHashMap<>();
        for (Mapping mapping : networks.mappings(context, failover.type())) {
            mapped.putIfAbsent(mapping.sourceNetworkName(), mapping.destinationNetworkId());
        }
        List<String> sources = networks.sourceNetworks(context);
        List<String> unmapped =
                sources.stream().filter(name -> !mapped.containsKey(name)).toList();
        if (mapped.isEmpty() || !unmapped.isEmpty()) {
            throw new StepFailure("Network mapping validation failed: [[Unmapped networks: %s]]".formatted(unmapped));
        }
        return (sources.isEmpty() ? mapped.keySet() : sources)
                .stream().map(mapped::get).distinct().toList();
    }
}
