package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.operation.DriverTarget;
import io.clearover.platform.DriverInjection;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** The program that installs drivers is there, if it is needed, and so is the device that it is to work on. */
@ApplicationScoped
class DriverToolProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.APPLIANCE,
            FaultObject.TOOL,
            Set.of(FaultObject.DRIVER_PACKAGE),
            Condition.MISSING,
            Condition.NOT_FOUND,
            Condition.NOT_PERMITTED);

    private final DriverInjection drivers;
    private final DriverTarget driverTarget;

    DriverToolProbe() {
        this(null, null);
    }

    @Inject
    public DriverToolProbe(DriverInjection drivers, DriverTarget driverTarget) {
        this.drivers = drivers;
        this.driverTarget = driverTarget;
    }

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "driver-tool";
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return target.vm().isWindows() && target.intent().wantsDriverInjection();
    }

    @Override
    public Finding look(ProbeTarget target) {
        drivers.check();
        Optional<Disk> unknown = target.disks().stream()
                .limit(1)
                .filter(system -> driverTarget.of(system).isEmpty())
                .findFirst();
        return Finding.of("present", unknown.map(DriverTarget::unknown));
    }
}
