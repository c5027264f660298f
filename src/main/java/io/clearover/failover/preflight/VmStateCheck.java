package io.clearover.failover.preflight;

import io.clearover.vm.VmStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** The VM is in a state that allows a failover. */
@ApplicationScoped
class VmStateCheck implements Check {

    @Override
    public String name() {
        return "vm-state";
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(PreflightTarget target) {
        VmStatus status = target.recorded().status();
        return status.allowsFailover()
                ? Finding.of("ready")
                : Finding.of(
                        status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "vm_replication_contexts.current_status is \"%s\"".formatted(status.text()));
    }
}
