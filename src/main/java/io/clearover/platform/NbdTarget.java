package io.clearover.platform;

/**
 * Where the source appliance writes one disk to.
 *
 * @param devicePath the export, {@code nbd://host:port/name}
 * @param vmDiskId the id of the disk's row on this appliance
 * @param vmwareDiskKey which of the source VM's disks, such as {@code disk-2000} or {@code 2000}
 */
public record NbdTarget(String devicePath, String vmDiskId, String vmwareDiskKey) {}
