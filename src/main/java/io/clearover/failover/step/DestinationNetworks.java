package io.clearover.failover.step;

import io.clearover.diagnosis.NetworkMappingProbe;
import io.clearover.failover.Failover;
import io.clearover.operation.StepFailure;
import io.clearover.vm.MappedNetworks;
import io.clearover.vm.NetworkMappings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The networks of the destination that a failover connects its VM to, by the VM's mappings. */
@ApplicationScoped
public class DestinationNetworks {

    private final NetworkMappings networks;

    DestinationNetworks() {
        this(null);
    }

    @Inject
    public DestinationNetworks(NetworkMappings networks) {
        this.networks = networks;
    }

    /**
     * Ids in the order of the VM's NICs, at least one, each once.
     *
     * @throws StepFailure if a network of the VM has no mapping for such a failover
     */
    public List<String> of(Failover failover) {
        MappedNetworks mapped = networks.mapped(failover.vm().contextId(), failover.type());
        NetworkMappingProbe.problem(mapped).ifPresent(problem -> {
            throw new StepFailure(problem);
        });
        return mapped.destinations();
    }
}
