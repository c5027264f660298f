package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.FinalSyncs;
import io.clearover.job.JobStore;
import io.clearover.job.StepAndUndo;
import io.clearover.job.StepProgress;
import io.clearover.operation.KnownDisks;
import io.clearover.operation.OperationStep;
import io.clearover.operation.Poll;
import io.clearover.operation.ReplicationEnd;
import io.clearover.operation.SafePoint;
import io.clearover.operation.StepFailure;
import io.clearover.platform.NbdTarget;
import io.clearover.platform.PlatformException;
import io.clearover.platform.ReplicationProgress;
import io.clearover.platform.SourceAppliance;
import io.clearover.platform.UnansweredException;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Copies what changed since the last replication, so that the failover has the latest data. */
@ApplicationScoped
public class FinalSync implements OperationStep<Failover> {

    private final SourceAppliance source;
    private final KnownDisks disks;
    private final JobStore store;
    private final FinalSyncs syncs;
    private final ReplicationEnd end;
    private final SafePoint safePoint;
    private final String exports;
    private final Duration interval;
    private final Duration limit;

    FinalSync() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** @param exports where the appliance exports its volumes, as {@code host:port} */
    @Inject
    public FinalSync(
            SourceAppliance source,
            KnownDisks disks,
            JobStore store,
            FinalSyncs syncs,
            ReplicationEnd end,
            SafePoint safePoint,
            @ConfigProperty(name = "clearover.final-sync.exports", defaultValue = "localhost:10809") String exports,
            @ConfigProperty(name = "clearover.final-sync.poll-interval", defaultValue = "PT2S") Duration interval,
            @ConfigProperty(name = "clearover.final-sync.timeout", defaultValue = "PT30M") Duration limit) {
        this.source = source;
        this.disks = disks;
        this.store = store;
        this.syncs = syncs;
        this.end = end;
        this.safePoint = safePoint;
        this.exports = exports;
        this.interval = interval;
        this.limit = limit;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.FINAL_SYNC;
    }

    @Override
    public boolean appliesTo(Failover failover) {
        return failover.wantsFinalSync();
    }

    @Override
    public void run(Failover failover) {
        awaitLast(failover);
        source.discover(failover.source());
        List<NbdTarget> targets =
                disks.recorded(failover).stream().map(this::target).toList();
        String id = begin(failover, targets);
        ReplicationProgress last = Poll.until(
                () -> {
                    safePoint.pass(failover.jobId());
                    return Optional.of(progress(failover, id)).filter(ReplicationProgress::ended);
                },
                interval,
                limit,
                "final sync");
        if (last.failed()) {
            throw new StepFailure("final sync failed: replication ended in stage %s with status %s"
                    .formatted(last.stage(), last.status()));
        }
    }

    /** It is noted before it may write, so that whatever dies when, it is known what may be on the disks. */
    private String begin(Failover failover, List<NbdTarget> targets) {
        String id = failover.externalJobId().value();
        boolean fresh = store.noteBegun(failover.jobId());
        try {
            return source.startReplication(failover.source(), id, targets);
        } catch (UnansweredException mayRun) {
            throw mayRun;
        } catch (PlatformException refused) {
            if (fresh && !mayBeKnown(id)) {
                store.noteNotBegun(failover.jobId());
            }
            throw refused;
        }
    }

    private boolean mayBeKnown(String id) {
        try {
            return source.findReplication(id).isPresent();
        } catch (PlatformException untold) {
            return true;
        }
    }

    /** Two replications at once would write to the same disks. */
    private void awaitLast(Failover failover) {
        syncs.brokenOffBefore(failover.jobId(), failover.vm().contextId())
                .ifPresent(last -> end.await(last, () -> safePoint.pass(failover.jobId())));
    }

    @Override
    public boolean holds(Failover failover) {
        return !failover.wantsFinalSync()
                || source.progress(failover.externalJobId().value()).succeeded();
    }

    private ReplicationProgress progress(Failover failover, String id) {
        ReplicationProgress progress = source.progress(id);
        store.noteProgress(
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
