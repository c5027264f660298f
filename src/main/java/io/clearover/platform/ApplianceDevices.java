package io.clearover.platform;

import java.util.Optional;

/**
 * The block devices of the machine that Clearover runs on, the appliance. Which one is a volume's is known by the volume alone:
 * Linux names disks in the order in which it finds them, so a name means another disk after a detachment or a restart.
 * Thread-safe.
 */
public interface ApplianceDevices {

    /** The block device at which a volume is now, such as {@code /dev/vdc}; empty if the appliance shows none. */
    Optional<String> of(String volumeId);

    /**
     * The same for a volume that was attached just now: the appliance may take a moment to show it.
     *
     * @return empty if it isn't shown within a limited time
     * @throws PlatformException if the thread is interrupted
     */
    Optional<String> appearing(String volumeId);
}
