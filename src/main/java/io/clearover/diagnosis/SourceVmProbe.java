package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.SourceAppliance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;

/** The source knows the VM, if it is needed; and its power. */
@ApplicationScoped
class SourceVmProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.SOURCE,
            FaultObject.VM,
            Set.of(FaultObject.CREDENTIALS, FaultObject.SERVICE, FaultObject.CERTIFICATE),
            Condition.NOT_FOUND,
            Condition.WRONG_STATE,
            Condition.UNREACHABLE,
            Condition.TIMED_OUT,
            Condition.SIGN_IN_FAILED,
            Condition.MISSING,
            Condition.EXPIRED,
            Condition.NOT_TRUSTED,
            Condition.FAILED_INSIDE);

    private final SourceAppliance source;

    SourceVmProbe() {
        this(null);
    }

    @Inject
    public SourceVmProbe(SourceAppliance source) {
        this.source = source;
    }

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "source-vm";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.SOURCE;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return target.intent().needsSource();
    }

    /** As {@link SourceProbe#belongsToOperation}. */
    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        String power = source.look(target.vm().source()).powerState();
        return switch (power.toLowerCase(Locale.ROOT)) {
            case "poweredoff" -> Finding.of("off");
            case "suspended" -> Finding.of("suspended", "power_state is " + power);
            default -> Finding.of("on");
        };
    }
}
