package io.clearover.platform;

import java.util.List;
import java.util.Set;

/**
 * A VM at the destination.
 *
 * @param name need not be this VM's alone
 * @param displayName what it was given for people; see {@link NewVm}
 * @param state as the platform calls it: Starting, Running, Stopping, Stopped, Error, Destroyed, Expunging
 * @param nics its network interfaces, the primary one first
 */
public record DestinationVm(String id, String name, String displayName, String state, List<Nic> nics) {

    private static final Set<String> REMOVED = Set.of("Destroyed", "Expunging");

    public DestinationVm {
        nics = List.copyOf(nics);
    }

    public boolean running() {
        return "Running".equalsIgnoreCase(state);
    }

    public boolean stopped() {
        return "Stopped".equalsIgnoreCase(state);
    }

    /** Whether it could not be made. */
    public boolean failed() {
        return "Error".equals(state);
    }

    /** Whether it is removed, or about to be; the platform tells of such VMs for a while. */
    public boolean removed() {
        return REMOVED.contains(state);
    }

    /** Whether it is no VM that anything can be done with: it could not be made, or is removed. */
    public boolean dead() {
        return failed() || removed();
    }

    /** Whether a NIC of this VM is in this network. */
    public boolean isIn(String networkId) {
        return nics.stream().anyMatch(nic -> nic.networkId().equals(networkId));
    }
}
