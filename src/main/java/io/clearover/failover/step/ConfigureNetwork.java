package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.DestinationVm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Connects the VM at the destination to the networks that the source VM's others are mapped to. */
@ApplicationScoped
public class ConfigureNetwork implements OperationStep<Failover> {

    private final DestinationPlatform platform;
    private final DestinationNetworks networks;

    ConfigureNetwork() {
        this(null, null);
    }

    @Inject
    public ConfigureNetwork(DestinationPlatform platform, DestinationNetworks networks) {
        this.platform = platform;
        this.networks = networks;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.CONFIGURE_NETWORK;
    }

    @Override
    public void run(Failover failover) {
        missing(failover).forEach(network -> platform.addNic(failover.destinationVmId(), network));
    }

    @Override
    public boolean holds(Failover failover) {
        return missing(failover).isEmpty();
    }

    private List<String> missing(Failover failover) {
        String vmId = failover.destinationVmId();
        DestinationVm vm = platform.vm(vmId)
                .orElseThrow(() -> new StepFailure("network configuration failed: VM %s not found".formatted(vmId)));
        return networks.of(failover).stream()
                .filter(network -> !vm.isIn(network))
                .toList();
    }
}
