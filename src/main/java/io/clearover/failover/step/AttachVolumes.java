package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.JobId;
import io.clearover.job.JobStore;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.KnownDisks;
import io.clearover.operation.OperationStep;
import io.clearover.operation.ReplacedVolume;
import io.clearover.operation.SafePoint;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.PlatformException;
import io.clearover.platform.Volume;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Moves the replicated volumes from the appliance to the VM at the destination, whose own empty root volume is removed before. */
@ApplicationScoped
public class AttachVolumes implements OperationStep<Failover> {

    private static final int ROOT = 0;

    private final DestinationPlatform platform;
    private final KnownDisks known;
    private final Disks disks;
    private final ReplacedVolume replacedVolume;
    private final JobStore store;
    private final SafePoint safePoint;

    AttachVolumes() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public AttachVolumes(
            DestinationPlatform platform,
            KnownDisks known,
            Disks disks,
            ReplacedVolume replacedVolume,
            JobStore store,
            SafePoint safePoint) {
        this.platform = platform;
        this.known = known;
        this.disks = disks;
        this.replacedVolume = replacedVolume;
        this.store = store;
        this.safePoint = safePoint;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.ATTACH_VOLUMES;
    }

    @Override
    public void run(Failover failover) {
        String vmId = failover.destinationVmId();
        List<Disk> replicated = known.recorded(failover);
        replacedVolume.remove(failover.vm().contextId());
        removeOthers(failover, replicated);
        for (int i = 0; i < replicated.size(); i++) {
            safePoint.pass(failover.jobId());
            move(failover.jobId(), replicated.get(i), vmId, i == 0 ? OptionalInt.of(ROOT) : OptionalInt.empty());
        }
    }

    @Override
    public boolean holds(Failover failover) {
        return known.recorded(failover).stream()
                .allMatch(disk -> isAttached(platform.volume(disk.volumeId()), failover.destinationVmId()));
    }

    /** What the VM was created with; when the step is run once more, its disks may be there already. */
    private void removeOthers(Failover failover, List<Disk> replicated) {
        String vmId = failover.destinationVmId();
        Set<String> own = replicated.stream().map(Disk::volumeId).collect(Collectors.toSet());
        List<Volume> others = platform.volumesOf(vmId).stream()
                .filter(volume -> !own.contains(volume.id()))
                .toList();
        others.forEach(volume -> requireNotReplicated(volume, vmId));
        others.stream().filter(Volume::root).forEach(root -> remove(failover, root, vmId));
    }

    /** A copy that somebody attached here by mistake is all that its VM may have. */
    private void requireNotReplicated(Volume volume, String vmId) {
        if (disks.isReplicated(volume.id())) {
            throw new StepFailure("volume attachment refused: volume %s of another replicated VM is attached to VM %s"
                    .formatted(volume.id(), vmId));
        }
    }

    private void remove(Failover failover, Volume template, String vmId) {
        store.noteReplacedVolume(failover.jobId(), template.id());
        platform.detachVolume(template.id());
        try {
            platform.deleteVolume(template.id());
        } catch (PlatformException kept) {
            giveBack(template, vmId, kept);
            throw kept;
        }
    }

    /** Attached to nothing, nobody would ever find it again; with its VM it goes when that is deleted. */
    private void giveBack(Volume template, String vmId, PlatformException kept) {
        try {
            platform.attachVolume(template.id(), vmId, OptionalInt.of(ROOT));
        } catch (PlatformException lost) {
            kept.addSuppressed(lost);
        }
    }

    private void move(JobId job, Disk disk, String vmId, OptionalInt deviceId) {
        Optional<Volume> volume = platform.volume(disk.volumeId());
        if (!isAttached(volume, vmId)) {
            if (volume.filter(Volume::detached).isEmpty()) {
                platform.detachVolume(disk.volumeId());
            }
            platform.attachVolume(disk.volumeId(), vmId, deviceId);
        }
        disks.noteWithVm(job, disk, vmId);
    }

    private static boolean isAttached(Optional<Volume> volume, String vmId) {
        return volume.filter(there -> there.isAttachedTo(vmId)).isPresent();
    }
}
