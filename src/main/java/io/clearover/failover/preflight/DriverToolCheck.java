package io.clearover.failover.preflight;

import io.clearover.failover.DriverTarget;
import io.clearover.platform.DriverInjection;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The program that installs drivers is there, if it is needed, and so is the device that it is to work on. */
@ApplicationScoped
class DriverToolCheck implements Check {

    private final DriverInjection drivers;
    private final DriverTarget driverTarget;

    DriverToolCheck() {
        this(null, null);
    }

    @Inject
    public DriverToolCheck(DriverInjection drivers, DriverTarget driverTarget) {
        this.drivers = drivers;
        this.driverTarget = driverTarget;
    }

    @Override
    public String name() {
        return "driver-tool";
    }

    @Override
    public boolean appliesTo(PreflightTarget target) {
        return target.vm().isWindows() && target.intent().wantsDriverInjection();
    }

    @Override
    public Finding look(PreflightTarget target) {
        drivers.check();
        Optional<Disk> unknown = target.disks().stream()
                .limit(1)
                .filter(system -> driverTarget.of(system).isEmpty())
                .findFirst();
        return Finding.of("present", unknown.map(DriverTarget::unknown));
    }
}
