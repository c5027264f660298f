package io.clearover.platform;

/**
 * What a host of the destination has left.
 *
 * @param name the platform's
 * @param enabled whether VMs may be started there now
 * @param cpus its processors; 0 if the platform doesn't say
 * @param freeMemoryMb memory that is not promised to any VM, in MiB
 */
public record HostRoom(String name, boolean enabled, int cpus, long freeMemoryMb) {

    /** Whether a VM of this size would find room there. */
    public boolean holds(int cpuCount, long memoryMb) {
        return enabled && freeMemoryMb >= memoryMb && (cpus == 0 || cpus >= cpuCount);
    }
}
