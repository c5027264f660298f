package io.clearover.platform;

import java.util.Objects;

/**
 * A VM to be created at the destination.
 *
 * @param name what it is wanted to be called; letters, digits and hyphens of it are kept, at most 63 of them
 * @param displayName for people, as it is; at most 255 characters, and given to no other VM: the platform lets several have
 *     one name, and by this one the VM is known again
 * @param cpuCount number of virtual CPUs, at least 1
 * @param memoryMb memory in MiB, at least 1
 * @param networkId the network of its first NIC; never null, because a VM in a default network is one nobody chose
 */
public record NewVm(String name, String displayName, int cpuCount, int memoryMb, String networkId) {

    public NewVm {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(networkId, "networkId");
    }
}
