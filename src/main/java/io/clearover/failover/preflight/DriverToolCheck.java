package io.clearover.failover.preflight;

import io.clearover.platform.DriverInjection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The program that installs drivers is there, if it is needed. */
@ApplicationScoped
class DriverToolCheck implements Check {

    private final DriverInjection drivers;

    DriverToolCheck() {
        this(null);
    }

    @Inject
    public DriverToolCheck(DriverInjection drivers) {
        this.drivers = drivers;
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
        return Finding.of("present");
    }
}
