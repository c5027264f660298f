package io.clearover.failover.preflight;

import io.clearover.platform.SourceAppliance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** The source knows the VM, if it is needed; and its power. */
@ApplicationScoped
class SourceVmCheck implements Check {

    private final SourceAppliance source;

    SourceVmCheck() {
        this(null);
    }

    @Inject
    public SourceVmCheck(SourceAppliance source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "source-vm";
    }

    @Override
    public CheckedSystem asks() {
        return CheckedSystem.SOURCE;
    }

    @Override
    public boolean appliesTo(PreflightTarget target) {
        return target.intent().wantsFinalSync() || target.intent().wantsSourceOff();
    }

    /** As {@link SourceCheck#belongsToOperation}. */
    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(PreflightTarget target) {
        String power = source.look(target.vm().source()).powerState();
        return switch (power.toLowerCase(Locale.ROOT)) {
            case "poweredoff" -> Finding.of("off");
            case "suspended" -> Finding.of("suspended", "power_state is " + power);
            default -> Finding.of("on");
        };
    }
}
