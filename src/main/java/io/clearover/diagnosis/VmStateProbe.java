package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.vm.VmStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** The VM is in a state that allows a failover. */
@ApplicationScoped
class VmStateProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(Side.APPLIANCE, FaultObject.VM, Condition.WRONG_STATE);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "vm-state";
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        VmStatus status = target.recorded().status();
        return status.allowsFailover()
                ? Finding.of("ready")
                : Finding.of(
                        status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "vm_replication_contexts.current_status is \"%s\"".formatted(status.text()));
    }
}
