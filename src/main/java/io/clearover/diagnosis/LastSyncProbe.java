package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.PlatformException;
import io.clearover.platform.SourceAppliance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A final sync that was broken off has left older and newer data side by side, and another one copies the rest. Without one the
 * failover is refused while the source knows its VM; a source that is lost for good leaves nothing else to start from.
 */
@ApplicationScoped
class LastSyncProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(Side.SOURCE, FaultObject.OPERATION, Condition.CORRUPTED);

    private final SourceAppliance source;

    LastSyncProbe() {
        this(null);
    }

    @Inject
    public LastSyncProbe(SourceAppliance source) {
        this.source = source;
    }

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "last-sync";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.SOURCE;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return target.recorded().syncBrokenOff() != null && !target.intent().wantsFinalSync();
    }

    @Override
    public Finding look(ProbeTarget target) {
        String halfCopied =
                "the disks are copied by half: the final sync that began at %s was broken off, and no replication"
                                .formatted(target.recorded().syncBrokenOff())
                        + " of this VM has completed since";
        try {
            source.look(target.vm().source());
            return Finding.failed(halfCopied);
        } catch (PlatformException lost) {
            return Finding.of("source-lost", halfCopied + "; " + lost.getMessage());
        }
    }
}
