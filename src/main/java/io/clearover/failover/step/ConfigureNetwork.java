package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.operation.Step;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.Nic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** Connects the VM at the destination to the networks that the source VM's others are mapped to. */
@ApplicationScoped
public class ConfigureNetwork implements Step<Failover> {

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
    public String name() {
        return "network-configuration";
    }

    @Override
    public void run(Failover failover) {
        String vmId = failover.destinationVmId();
        DestinationVm vm = platform.vm(vmId)
                .orElseThrow(() -> new StepFailure("network configuration failed: VM %s not found".formatted(vmId)));
        Set<String> connected = vm.nics().stream().map(Nic::networkId).collect(Collectors.toSet());
        networks.of(failover).stream()
                .filter(network -> !connected.contains(network))
                .forEach(network -> platform.addNic(vmId, network));
    }
}
