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
    private final DriverTarget target;

    DriverToolCheck() {
        this(null, null);
    }

    @Inject
    public DriverToolCheck(DriverInjection drivers, DriverTarget target) {
        this.drivers = drivers;
        this.target = target;
    }

    @Override
    public String name() {
        return "driver-tool";
    }

    @Override
    public boolean appliesTo(Subject subject) {
        return subject.vm().isWindows() && subject.intent().wantsDriverInjection();
    }

    @Override
    public Finding look(Subject subject) {
        drivers.check();
        Optional<Disk> unknown = subject.disks().stream()
                .limit(1)
                .filter(system -> target.of(system).isEmpty())
                .findFirst();
        return Finding.of("present", unknown.map(DriverTarget::unknown));
    }
}
