package io.clearover.platform;

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

    /** Returns when the configured zone exists. */
    void requireZone();

    /** Returns when the configured service offering exists. */
    void requireServiceOffering();

    /** Returns when the configured template exists. */
    void requireTemplate();

    /** Whether this account can use a network with this id. */
    boolean networkExists(String networkId);

    Optional<Volume> volume(String volumeId);

    /** A VM with exactly this name, made fit for the platform just as {@link DestinationPlatform#createVm} does. */
    Optional<DestinationVm> vmNamed(String name);

    /** The id of the VM that the appliance itself runs in; known without asking. */
    String applianceVmId();

    /** What the configured zone has left; without what this account may not know, so empty if it may know nothing. */
    Map<Resource, Long> freeCapacity();

    /** What this account may still use, {@link Long#MAX_VALUE} for no limit; without what it may not know. */
    Map<Resource, Long> freeQuota();
}
