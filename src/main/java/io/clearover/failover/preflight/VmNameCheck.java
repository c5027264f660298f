package io.clearover.failover.preflight;

import io.clearover.operation.DestinationVmName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The name that a live failover gives its VM is free; a test's is always its own. */
@ApplicationScoped
class VmNameCheck implements Check {

    @Override
    public String name() {
        return "vm-name";
    }

    @Override
    public CheckedSystem asks() {
        return CheckedSystem.DESTINATION;
    }

    @Override
    public boolean appliesTo(PreflightTarget target) {
        return target.intent().isLive();
    }

    @Override
    public Finding look(PreflightTarget target) {
        String name = DestinationVmName.of(
                target.intent().type(), target.vm().name(), target.vm().name());
        Optional<String> taken = target.destination()
                .vmNamed(name)
                .filter(vm -> !vm.dead())
                .map(vm -> "a VM named \"%s\" already exists at the destination: %s".formatted(name, vm.id()));
        return Finding.of("free", taken);
    }
}
