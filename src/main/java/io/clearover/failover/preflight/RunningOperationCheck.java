package io.clearover.failover.preflight;

import jakarta.enterprise.context.ApplicationScoped;

/** No other operation runs on the VM. */
@ApplicationScoped
class RunningOperationCheck implements Check {

    @Override
    public String name() {
        return "running-operation";
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(PreflightTarget target) {
        String job = target.recorded().runningJob();
        return job == null
                ? Finding.of("none")
                : Finding.failed("active job found for VM context %s: %s"
                        .formatted(target.vm().contextId(), job));
    }
}
