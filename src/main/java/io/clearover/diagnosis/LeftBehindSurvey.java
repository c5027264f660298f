package io.clearover.diagnosis;

import io.clearover.job.ExternalJobId;
import io.clearover.job.FailoverJobs;
import io.clearover.job.JobKind;
import io.clearover.job.KeptLeftover;
import io.clearover.job.LastFailover;
import io.clearover.job.view.TrackedJob;
import io.clearover.operation.DestinationVmName;
import io.clearover.operation.KnownDisks;
import io.clearover.operation.SnapshotName;
import io.clearover.platform.DestinationFacts;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.PlatformException;
import io.clearover.platform.ReplicationProgress;
import io.clearover.platform.SourceAppliance;
import io.clearover.platform.Volume;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at destination and source what a failed operation left there; changes nothing. Of a rollback that failed, it is what is
 * left of the failover that was to be rolled back. Thread-safe.
 */
@ApplicationScoped
public class LeftBehindSurvey {

    private final FailoverJobs failovers;
    private final SourceAppliance source;

    LeftBehindSurvey() {
        this(null, null);
    }

    @Inject
    public LeftBehindSurvey(FailoverJobs failovers, SourceAppliance source) {
        this.failovers = failovers;
        this.source = source;
    }

    /** What is left now; each question is asked once. What doesn't answer keeps the rest from being all. */
    LeftBehind of(TrackedJob job, ProbeTarget target) {
        if (job.isForeign()) {
            return LeftBehind.UNKNOWN;
        }
        Optional<LastFailover> failover = failovers.newest(target.vm().contextId());
        boolean isNewest = job.kind() == JobKind.ROLLBACK
                || failover.map(LastFailover::jobId)
                        .filter(job.row().externalJobId()::equals)
                        .isPresent();
        if (!isNewest) {
            return LeftBehind.UNKNOWN; // what is there may be the newer one's
        }
        boolean rollback = target.recorded().status().allowsRollback();
        Look look = new Look(target, rollback ? "rollback" : "destination");
        failover.ifPresent(made -> look.atDestination(made));
        failover.ifPresent(made -> look.atSource(made, job));
        return new LeftBehind(look.left, look.allSeen);
    }

    /** One look, for one thread. */
    private final class Look {
        private final ProbeTarget target;
        private final String remover;
        private final List<KeptLeftover> left = new ArrayList<>();
        private boolean allSeen = true;

        Look(ProbeTarget target, String remover) {
            this.target = target;
            this.remover = remover;
        }

        private void see(Runnable look) {
            try {
                look.run();
            } catch (PlatformException untold) {
                allSeen = false;
            }
        }

        void atDestination(LastFailover made) {
            see(() -> {
                DestinationFacts destination = target.destination();
                Optional<DestinationVm> vm = vm(destination, made);
                vm.ifPresent(there -> add(
                        "vm",
                        there.name(),
                        null,
                        remover,
                        "VM %s is in state %s".formatted(there.id(), there.state())));
                volumes(destination, made, vm);
                Optional.ofNullable(made.replacedVolumeId())
                        .flatMap(destination::volume)
                        .filter(Volume::detached)
                        .ifPresent(volume -> add(
                                "volume",
                                target.vm().name(),
                                null,
                                remover,
                                "volume %s \"%s\" is attached to nothing".formatted(volume.id(), volume.name())));
            });
        }

        private Optional<DestinationVm> vm(DestinationFacts destination, LastFailover made) {
            return DestinationVmName.find(
                    destination::vmNamed, made.type(), target.vm().name(), made.jobId());
        }

        private void volumes(DestinationFacts destination, LastFailover made, Optional<DestinationVm> vm) {
            String snapshotName = SnapshotName.of(new ExternalJobId(made.jobId()));
            List<String> volumes = made.volumes().orElseGet(() -> KnownDisks.volumes(target.disks()));
            for (int i = 0; i < volumes.size(); i++) {
                int disk = i + 1;
                destination
                        .volume(volumes.get(i))
                        .filter(volume -> !volume.isAttachedTo(destination.applianceVmId()))
                        .ifPresent(volume -> add(
                                "attachment",
                                vm.filter(there -> volume.isAttachedTo(there.id()))
                                        .map(DestinationVm::name)
                                        .orElse(target.vm().name()),
                                disk,
                                remover,
                                "volume %s is attached to %s".formatted(volume.id(), volume.attachedTo())));
                destination.snapshotsOf(volumes.get(i)).stream()
                        .filter(snapshot -> snapshotName.equals(snapshot.name()))
                        .forEach(snapshot -> add(
                                "snapshot",
                                target.vm().name(),
                                disk,
                                remover,
                                "snapshot %s \"%s\" of volume %s is in state %s"
                                        .formatted(
                                                snapshot.id(),
                                                snapshot.name(),
                                                snapshot.volumeId(),
                                                snapshot.state())));
            }
        }

        void atSource(LastFailover made, TrackedJob job) {
            boolean synced = target.intent().wantsFinalSync() && job.kind() != JobKind.ROLLBACK;
            if (synced) {
                see(() -> source.lookAtReplication(made.jobId())
                        .filter(progress -> !progress.ended())
                        .ifPresent(this::stillWrites));
            }
            if (job.metadata().hasSwitchedSourceOff()) {
                see(() -> {
                    String power = source.look(target.vm().source()).powerState();
                    if (power.equalsIgnoreCase("poweredOff")) {
                        add(
                                "source-off",
                                target.vm().name(),
                                null,
                                remover.equals("rollback") ? remover : "source",
                                "power_state is " + power);
                    }
                });
            }
        }

        private void stillWrites(ReplicationProgress progress) {
            add(
                    "replication",
                    target.vm().name(),
                    null,
                    "itself",
                    "the replication of the final sync is %s in stage %s"
                            .formatted(progress.status(), progress.stage()));
        }

        private void add(String kind, String vmName, Integer disk, String removedBy, String detail) {
            left.add(new KeptLeftover(kind, vmName, disk, removedBy, detail));
        }
    }
}
