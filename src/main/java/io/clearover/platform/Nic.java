package io.clearover.platform;

/** A network interface of a VM at the destination; the primary one holds the VM's default route. */
public record Nic(String id, String networkId, boolean primary) {}
