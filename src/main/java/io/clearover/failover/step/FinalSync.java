package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.JobLog;
import io.clearover.job.StepProgress;
import io.clearover.operation.Poll;
import io.clearover.operation.SafePoint;
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

/** Copies what changed since the last replication, so that the failover has the latest data. */
@ApplicationScoped
public class FinalSync implements Step<Failover> {

    private final SourceAppliance source;
    private final Disks disks;
    private final JobLog log;
    private final SafePoint safePoint;
    private final String exports;
    private final Duration interval;
    private final Duration limit;

    FinalSync() {
        this(null, null, null, null, null, null, null);
    }

    /** @param exports where the appliance exports its volumes, as {@code host:port} */
    @Inject
    public FinalSync(
            SourceAppliance source,
            Disks disks,
            JobLog log,
            SafePoint safePoint,
            @ConfigProperty(name = "clearover.final-sync.exports", defaultValue = "localhost:10809") String exports,
            @ConfigProperty(name = "clearover.final-sync.poll-interval", defaultValue = "PT2S") Duration interval,
            @ConfigProperty(name = "clearover.final-sync.timeout", defaultValue = "PT30M") Duration limit) {
        this.source = source;
        this.disks = disks;
        this.log = log;
        this.safePoint = safePoint;
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
                () -> {
                    safePoint.pass(failover.jobId());
                    return Optional.of(progress(failover, id)).filter(ReplicationProgress::ended);
                },
                interval,
                limit,
                "final sync");
        if (end.failed()) {
            throw new StepFailure("final sync failed: replication ended in stage %s with status %s"
                    .formatted(end.stage(), end.status()));
        }
    }

    @Override
    public boolean holds(Failover failover) {
        return !failover.wantsFinalSync()
                || source.progress(failover.externalJobId().value()).succeeded();
    }

    private ReplicationProgress progress(Failover failover, String id) {
        ReplicationProgress progress = source.progress(id);
        log.noteProgress(
                failover.jobId(),
                new StepProgress(progress.percent(), progress.bytesTransferred(), progress.totalBytes()));
        return progress;
    }

    /** The appliance exports a volume as {@code migration-vol-} and its id (inferred from its exports). */
    private NbdTarget target(Disk disk) {
        return new NbdTarget(
                "nbd://%s/migration-vol-%s".formatted(exports, disk.volumeId()),
                String.valueOf(disk.vmDiskId()),
                disk.diskId());
    }
}
