package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.DriverTarget;
import io.clearover.operation.KnownDisks;
import io.clearover.operation.OperationStep;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DriverInjection;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Installs the drivers that Windows needs to start on KVM, on the disk with the operating system. Others have them. */
@ApplicationScoped
public class InjectDrivers implements OperationStep<Failover> {

    private final DriverInjection drivers;
    private final KnownDisks disks;
    private final DriverTarget target;

    InjectDrivers() {
        this(null, null, null);
    }

    @Inject
    public InjectDrivers(DriverInjection drivers, KnownDisks disks, DriverTarget target) {
        this.drivers = drivers;
        this.disks = disks;
        this.target = target;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.INJECT_DRIVERS;
    }

    @Override
    public boolean appliesTo(Failover failover) {
        return failover.wantsDriverInjection() && failover.vm().isWindows();
    }

    @Override
    public void run(Failover failover) {
        Disk system = disks.recorded(failover).get(0);
        String device = target.of(system).orElseThrow(() -> new StepFailure(DriverTarget.unknown(system)));
        drivers.inject(device, failover.jobId().value());
    }

    /** It has ended well, or it would not be recorded so; nobody but the VM that is made later writes to that disk. */
    @Override
    public boolean holds(Failover failover) {
        return true;
    }

    /** Nobody knows what was written to the disk by then, and the tool may be at it still. */
    @Override
    public boolean canBeRunAgain() {
        return false;
    }
}
