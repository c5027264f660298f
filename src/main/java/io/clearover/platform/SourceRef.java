package io.clearover.platform;

/**
 * Which VM at the source is meant.
 *
 * @param vmwareVmId its UUID in vCenter
 * @param vmName its name, which may hold anything
 * @param vmPath its inventory path, such as {@code /DC1/vm/web01}
 * @param vcenterHost the vCenter that it belongs to
 * @param datacenter its datacenter in that vCenter
 */
public record SourceRef(String vmwareVmId, String vmName, String vmPath, String vcenterHost, String datacenter) {}
