package io.clearover.failover;

import io.clearover.failover.step.AttachVolumes;
import io.clearover.failover.step.ConfigureNetwork;
import io.clearover.failover.step.ConfirmVmReady;
import io.clearover.failover.step.CreateVm;
import io.clearover.failover.step.FinalSync;
import io.clearover.failover.step.InjectDrivers;
import io.clearover.failover.step.PowerOffSource;
import io.clearover.failover.step.SnapshotVolumes;
import io.clearover.failover.step.StartVm;
import io.clearover.failover.step.Validation;
import io.clearover.operation.OperationStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The steps of a failover in their order; always these ten. */
@ApplicationScoped
public class FailoverPlan {

    private final List<OperationStep<Failover>> steps;

    FailoverPlan() {
        this.steps = List.of();
    }

    @Inject
    public FailoverPlan(
            Validation validation,
            PowerOffSource powerOffSource,
            FinalSync finalSync,
            SnapshotVolumes snapshotVolumes,
            InjectDrivers injectDrivers,
            CreateVm createVm,
            AttachVolumes attachVolumes,
            ConfigureNetwork configureNetwork,
            StartVm startVm,
            ConfirmVmReady confirmVmReady) {
        this.steps = List.of(
                validation,
                powerOffSource,
                finalSync,
                snapshotVolumes,
                injectDrivers,
                createVm,
                attachVolumes,
                configureNetwork,
                startVm,
                confirmVmReady);
    }

    public List<OperationStep<Failover>> steps() {
        return steps;
    }

    /** Names of the steps, as the job's metadata keeps them. */
    public List<String> names() {
        return steps.stream().map(step -> step.step().rawName()).toList();
    }
}
