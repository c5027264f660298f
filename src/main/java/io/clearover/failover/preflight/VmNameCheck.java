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
    public Asked asks() {
        return Asked.DESTINATION;
    }

    @Override
    public boolean appliesTo(Subject subject) {
        return subject.intent().isLive();
    }

    @Override
    public Finding look(Subject subject) {
        String name = DestinationVmName.of(
                subject.intent().type(), subject.vm().name(), subject.vm().name());
        Optional<String> taken = subject.destination()
                .vmNamed(name)
                .filter(vm -> !vm.dead())
                .map(vm -> "a VM named \"%s\" already exists at the destination: %s".formatted(name, vm.id()));
        return Finding.of("free", taken);
    }
}
