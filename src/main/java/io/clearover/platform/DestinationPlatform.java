package io.clearover.platform;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The platform that VMs are moved to: its snapshots, VMs and volumes.
 *
 * <p>Every method blocks until the platform has done what was asked (or its limit has passed), and throws
 * {@link PlatformException} when the platform refuses, fails, answers nonsense or cannot be reached. None of them may be
 * called inside a transaction. What is not there is an empty result, never null. Implementations are safe for use by
 * several threads.
 */
public interface DestinationPlatform {

    /** Returns when the platform can be reached and accepts the configured credentials. */
    void check();

    /**
     * Takes a snapshot of a volume and waits until it is complete and can be reverted to.
     *
     * @param name a name for people, unique among the volume's snapshots
     * @return the snapshot's id
     */
    String createSnapshot(String volumeId, String name);

    /** All snapshots of a volume, whatever their state, in no particular order. */
    List<Snapshot> snapshotsOf(String volumeId);

    /** Brings a volume back to what it was when the snapshot was taken; the volume must not be in use by a running VM. */
    void revertSnapshot(String snapshotId);

    void deleteSnapshot(String snapshotId);

    /**
     * Creates a VM that is left stopped, with one NIC and the root volume that its template brings along. If it is there
     * already, by its name and its display name, it is used.
     *
     * @return the VM's id
     * @throws PlatformException also when a VM of that name is there that has another display name
     */
    String createVm(NewVm vm);

    /** The VM with this id; empty when there is none or it has been expunged. */
    Optional<DestinationVm> vm(String vmId);

    /** The VM that {@link #createVm} was asked for with this name and this display name. */
    Optional<DestinationVm> vmNamed(String name, String displayName);

    void addNic(String vmId, String networkId);

    /** Returns when the platform has ended its work on the start; whether the VM runs is for the caller to check. */
    void startVm(String vmId);

    /** @param forced pull the plug rather than ask the guest to shut down */
    void stopVm(String vmId, boolean forced);

    /** Removes a VM for good, with the root volume that is attached to it. Detach first what must be kept. */
    void deleteVm(String vmId);

    /** The volumes that are attached to a VM, in no particular order. */
    List<Volume> volumesOf(String vmId);

    Optional<Volume> volume(String volumeId);

    /** Takes a volume off the VM it is attached to. */
    void detachVolume(String volumeId);

    /**
     * Attaches a volume to a VM.
     *
     * @param deviceId the position, 0 for the root disk; when empty, the next free one
     * @return the volume as it is then
     */
    Volume attachVolume(String volumeId, String vmId, OptionalInt deviceId);

    /** Removes a detached volume for good. */
    void deleteVolume(String volumeId);

    /** The id of the VM on the destination platform that the appliance itself runs in. */
    String applianceVmId();
}
