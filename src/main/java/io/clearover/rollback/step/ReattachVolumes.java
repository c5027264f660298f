package io.clearover.rollback.step;

import io.clearover.job.JobId;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.operation.StepFailure;
import io.clearover.platform.ApplianceDevices;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Volume;
import io.clearover.rollback.Rollback;
import io.clearover.vm.Disk;
import io.clearover.vm.Disks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives the volumes back to the appliance, each where it was, so that replication goes on. */
@ApplicationScoped
public class ReattachVolumes implements OperationStep<Rollback> {

    private static final Logger LOG = Logger.getLogger(ReattachVolumes.class.getName());

    private final DestinationPlatform platform;
    private final ApplianceDevices devices;
    private final ReturnedDisks returned;
    private final Disks disks;

    ReattachVolumes() {
        this(null, null, null, null);
    }

    @Inject
    public ReattachVolumes(
            DestinationPlatform platform, ApplianceDevices devices, ReturnedDisks returned, Disks disks) {
        this.platform = platform;
        this.devices = devices;
        this.returned = returned;
        this.disks = disks;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.REATTACH_VOLUMES;
    }

    @Override
    public void run(Rollback rollback) {
        String appliance = platform.applianceVmId();
        returned.of(rollback).forEach(disk -> giveBack(rollback.jobId(), disk, appliance));
    }

    private void giveBack(JobId job, Disk disk, String appliance) {
        Volume volume = platform.volume(disk.volumeId())
                .orElseThrow(() ->
                        new StepFailure("volume reattachment failed: volume %s not found".formatted(disk.volumeId())));
        if (!volume.detached() && !volume.isAttachedTo(appliance)) {
            throw new StepFailure("volume reattachment failed: volume %s is attached to %s, not to the appliance"
                    .formatted(disk.volumeId(), volume.attachedTo()));
        }
        Volume there = volume.detached()
                ? platform.attachVolume(disk.volumeId(), appliance, position(disk, appliance))
                : volume;
        disks.noteWithAppliance(job, disk, appliance, there.deviceId(), device(job, disk));
    }

    /** The volume is back, whether or not the appliance shows it: not to know its device is no reason to stop. */
    private Optional<String> device(JobId job, Disk disk) {
        Optional<String> device = devices.appearing(disk.volumeId());
        if (device.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "job={0} volume={1} is attached, but the appliance shows no block device of it",
                    new Object[] {job.value(), disk.volumeId()});
        }
        return device;
    }

    /** Where it was before, unless another volume has come there meanwhile. */
    private OptionalInt position(Disk disk, String appliance) {
        Integer before = disk.applianceDeviceId();
        boolean free = before != null
                && platform.volumesOf(appliance).stream().noneMatch(other -> before.equals(other.deviceId()));
        return free ? OptionalInt.of(before) : OptionalInt.empty();
    }
}
