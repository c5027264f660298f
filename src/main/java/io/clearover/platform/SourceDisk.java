package io.clearover.platform;

/**
 * A disk of a VM at the source.
 *
 * @param id such as {@code disk-2000}, which is the first and so the system's disk
 * @param vmdkPath its file, such as {@code [datastore1] web01/web01.vmdk}
 * @param capacityBytes its size in bytes; 0 when the appliance does not say
 */
public record SourceDisk(String id, String vmdkPath, long capacityBytes) {}
