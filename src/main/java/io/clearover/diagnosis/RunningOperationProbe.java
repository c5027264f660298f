package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import jakarta.enterprise.context.ApplicationScoped;

/** No other operation runs on the VM. */
@ApplicationScoped
class RunningOperationProbe implements Probe {

    private static final ProbeScope SCOPE =
            ProbeScope.of(Side.APPLIANCE, FaultObject.OPERATION, Condition.BUSY, Condition.ALREADY_EXISTS);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "running-operation";
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        String job = target.recorded().runningJob();
        return job == null
                ? Finding.of("none")
                : Finding.failed("active job found for VM context %s: %s"
                        .formatted(target.vm().contextId(), job));
    }
}
