package io.clearover.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be known of the destination, as it was configured when these were opened, before anything is done there.
 *
 * <p>Every method asks the destination, changes nothing, and throws {@link PlatformException} when it refuses, answers
 * nonsense or cannot be reached. Safe for use by several threads.
 */
public interface DestinationFacts {

    /** Returns when the destination can be reached and accepts the configured credentials. */
    void requireReachable();

    /** Returns when the configured zone exists: with what keeps VMs from being made there now, if anything does. */
    Optional<String> requireZone();

    /** Returns when the configured service offering exists: with what keeps it from being used now, if anything does. */
    Optional<String> requireServiceOffering();

    /** Returns when the configured template exists: with what keeps it from being used now, if anything does. */
    Optional<String> requireTemplate();

    /** The network with this id, if this account may see it. */
    Optional<DestinationNetwork> network(String networkId);

    /** The networks that this account may see, in no particular order. */
    List<AvailableNetwork> networks();

    Optional<Volume> volume(String volumeId);

    /** A VM with exactly this name, made fit for the platform just as {@link DestinationPlatform#createVm} does. */
    Optional<DestinationVm> vmNamed(String name);

    /** A VM with exactly this name and this display name; see {@link NewVm}. */
    Optional<DestinationVm> vmNamed(String name, String displayName);

    /** All snapshots of a volume, whatever their state, in no particular order. */
    List<Snapshot> snapshotsOf(String volumeId);

    /** What the destination works on for this account; nothing at all if this account may not know. */
    Optional<List<PendingWork>> pendingWork();

    /** What each host of the configured zone has left; nothing at all if this account may not know, as most may not. */
    Optional<List<HostRoom>> hosts();

    /** The id of the VM that the appliance itself runs in; known without asking. */
    String applianceVmId();

    /** What the configured zone has left; without what this account may not know, so empty if it may know nothing. */
    Map<Resource, Long> freeCapacity();

    /** What this account may still use, {@link Long#MAX_VALUE} for no limit; without what it may not know. */
    Map<Resource, Long> freeQuota();
}
