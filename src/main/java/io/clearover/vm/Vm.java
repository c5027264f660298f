package io.clearover.vm;

import io.clearover.job.ContextId;
import java.util.Locale;

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
        return osType != null
                && osType.toLowerCase(Locale.ROOT).contains("win")
                && !osType.toLowerCase(Locale.ROOT).contains("darwin");
    }
}
