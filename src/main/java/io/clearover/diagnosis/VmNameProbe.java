package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.operation.DestinationVmName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The name that a live failover gives its VM is free; a test's is always its own. */
@ApplicationScoped
class VmNameProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(Side.DESTINATION, FaultObject.VM, Condition.ALREADY_EXISTS);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "vm-name";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return target.intent().isLive();
    }

    @Override
    public Finding look(ProbeTarget target) {
        String name = DestinationVmName.of(
                target.intent().type(), target.vm().name(), target.vm().name());
        Optional<String> taken = target.destination()
                .vmNamed(name)
                .filter(vm -> !vm.dead())
                .map(vm -> "a VM named \"%s\" already exists at the destination: %s".formatted(name, vm.id()));
        return Finding.of("free", taken);
    }
}
