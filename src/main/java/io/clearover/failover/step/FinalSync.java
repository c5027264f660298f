package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.operation.Poll;
import io.clearover.operation.Step;
import io.clearover.operation.StepFailure;
import io.clearover.platform.NbdTarget;
import io.clearover.platform.ReplicationProgress;
import io.clearover.platform.SourceAppliance;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Copies what changed since the last replication, so that the test has the latest data. */
@ApplicationScoped
public class FinalSync implements Step<Failover> {

    private final SourceAppliance source;
    private final Disks disks;
    private final String exports;
    private final Duration interval;
    private final Duration limit;

    FinalSync() {
        this(null, null, null, null, null);
    }

    /** @param exports where the appliance exports its volumes, as {@code host:port} */
    @Inject
    public FinalSync(
            SourceAppliance source,
            Disks disks,
            @ConfigProperty(name = "clearover.final-sync.exports", defaultValue = "localhost:10809") String exports,
            @ConfigProperty(name = "clearover.final-sync.poll-interval", defaultValue = "PT2S") Duration interval,
            @ConfigProperty(name = "clearover.final-sync.timeout", defaultValue = "PT30M") Duration limit) {
        this.source = source;
        this.disks = disks;
        this.exports = exports;
        this.interval = interval;
        this.limit = limit;
    }

    @Override
    public String name() {
        return "final-sync";
    }

    @Override
    public boolean appliesTo(Failover failover) {
        return failover.wantsFinalSync();
    }

    @Override
    public void run(Failover failover) {
        source.discover(failover.source());
        List<NbdTarget> targets =
                disks.of(failover.vm().contextId()).stream().map(this::target).toList();
        String id = source.startReplication(
                failover.source(), failover.externalJobId().value(), targets);
        ReplicationProgress end = Poll.until(
                () -> Optional.of(source.progress(id)).filter(ReplicationProgress::ended),
                interval,
                limit,
                "final sync");
        if (end.failed()) {
            throw new StepFailure("final sync failed: replication ended in stage %s with status %s"
                    .formatted(end.stage(), end.status()));
        }
    }

    /** The appliance exports a volume as {@code migration-vol-} and its id (inferred from its exports). */
    private NbdTarget target(Disk disk) {
        return new NbdTarget(
                "nbd://%s/migration-vol-%s".formatted(exports, disk.volumeId()),
                String.valueOf(disk.vmDiskId()),
                disk.diskId());
    }
}
