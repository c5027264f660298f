package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.ApplianceHost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** The appliance's export service answers, to which the source writes what a final synchronization copies. */
@ApplicationScoped
class ExportsProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.APPLIANCE,
            FaultObject.SERVICE,
            Set.of(FaultObject.TOOL),
            Condition.UNREACHABLE,
            Condition.TIMED_OUT,
            Condition.WRONG_STATE);

    private final ApplianceHost host;

    ExportsProbe() {
        this(null);
    }

    @Inject
    public ExportsProbe(ApplianceHost host) {
        this.host = host;
    }

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.APPLIANCE;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return host.knowsExports() && target.intent().wantsFinalSync();
    }

    /** The source says so itself when it can't write. */
    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        host.checkExports();
        return Finding.of("answers");
    }
}
