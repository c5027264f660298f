package io.clearover.vm;

import io.clearover.job.ContextId;
import io.clearover.job.GuestSystem;
import io.clearover.platform.SourceRef;

/**
 * What an operation needs to know of a VM.
 *
 * @param osType VMware's guest id or a description; null if unknown
 * @param cpuCount virtual CPUs
 * @param memoryMb memory in MiB
 * @param destination which destination it is replicated to: id of a row of {@code ossea_configs}, or "active"
 */
public record Vm(
        ContextId contextId,
        String name,
        String vmwareVmId,
        String path,
        String vcenterHost,
        String datacenter,
        String osType,
        int cpuCount,
        int memoryMb,
        String destination) {

    /** Whether the guest is Windows, which needs drivers before it can start on KVM. */
    public boolean isWindows() {
        return Boolean.TRUE.equals(GuestSystem.isWindows(osType));
    }

    /** The VM of a row, in which what is counted may be unknown, and the destination too. */
    public static Vm of(
            ContextId contextId,
            String name,
            String vmwareVmId,
            String path,
            String vcenterHost,
            String datacenter,
            String osType,
            Integer cpuCount,
            Integer memoryMb,
            Integer destinationId) {
        return new Vm(
                contextId,
                name,
                vmwareVmId,
                path,
                vcenterHost,
                datacenter,
                osType,
                cpuCount == null ? 1 : cpuCount,
                memoryMb == null ? 1024 : memoryMb,
                destinationId == null ? "active" : destinationId.toString());
    }

    /** The VM as the source appliance knows it. */
    public SourceRef source() {
        return new SourceRef(vmwareVmId, name, path, vcenterHost, datacenter);
    }
}
