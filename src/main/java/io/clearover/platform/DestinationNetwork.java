package io.clearover.platform;

import java.util.Set;

/**
 * A network of the destination.
 *
 * @param state as the platform calls it: Allocated, Setup, Implementing, Implemented, Shutdown, Destroy; empty if it doesn't say
 */
public record DestinationNetwork(String id, String name, String state) {

    private static final Set<String> CLOSED = Set.of("Shutdown", "Destroy");

    /** Whether a VM can't be connected to it now. */
    public boolean closed() {
        return CLOSED.contains(state);
    }
}
