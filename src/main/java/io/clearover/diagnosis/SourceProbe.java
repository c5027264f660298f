package io.clearover.diagnosis;

import io.clearover.explain.facts.Side;
import io.clearover.platform.SourceAppliance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The source appliance can be reached, if it is needed. */
@ApplicationScoped
class SourceProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.ofService(Side.SOURCE);

    private final SourceAppliance source;

    SourceProbe() {
        this(null);
    }

    @Inject
    public SourceProbe(SourceAppliance source) {
        this.source = source;
    }

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "source";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.SOURCE;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return target.intent().needsSource();
    }

    /** The next steps ask the source themselves, and then say for what. */
    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        source.check();
        return Finding.of("reachable");
    }
}
