package io.clearover.failover.preflight;

import io.clearover.platform.PlatformException;
import io.clearover.platform.SourceAppliance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A final sync that was broken off has left older and newer data side by side, and another one copies the rest. Without one the
 * failover is refused while the source knows its VM; a source that is lost for good leaves nothing else to start from.
 */
@ApplicationScoped
class LastSyncCheck implements Check {

    private final SourceAppliance source;

    LastSyncCheck() {
        this(null);
    }

    @Inject
    public LastSyncCheck(SourceAppliance source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "last-sync";
    }

    @Override
    public CheckedSystem asks() {
        return CheckedSystem.SOURCE;
    }

    @Override
    public boolean appliesTo(PreflightTarget target) {
        return target.recorded().syncBrokenOff() != null && !target.intent().wantsFinalSync();
    }

    @Override
    public Finding look(PreflightTarget target) {
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
