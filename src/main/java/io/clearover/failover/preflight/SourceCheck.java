package io.clearover.failover.preflight;

import io.clearover.platform.SourceAppliance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The source appliance can be reached, if it is needed. */
@ApplicationScoped
class SourceCheck implements Check {

    private final SourceAppliance source;

    SourceCheck() {
        this(null);
    }

    @Inject
    public SourceCheck(SourceAppliance source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "source";
    }

    @Override
    public CheckedSystem asks() {
        return CheckedSystem.SOURCE;
    }

    @Override
    public boolean appliesTo(PreflightTarget target) {
        return target.intent().wantsFinalSync() || target.intent().wantsSourceOff();
    }

    /** The next steps ask the source themselves, and then say for what. */
    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(PreflightTarget target) {
        source.check();
        return Finding.of("reachable");
    }
}
