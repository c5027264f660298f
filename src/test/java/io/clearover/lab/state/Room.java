package io.clearover.lab.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much room the destination has left, how much it does at once, and what of it can't be used. */
public class Room {

    /** No limit. */
    public static final int UNLIMITED = -1;

    /** Names of the capacities of which nothing is left: MEMORY, CPU, STORAGE. */
    public List<String> full = new ArrayList<>();

    /** The most that the account may have of a resource, by its type's name. */
    public Map<String, Integer> limits = new HashMap<>(
            Map.of("user_vm", 200, "volume", 1000, "snapshot", 1000, "cpu", UNLIMITED, "memory", UNLIMITED));

    /** What can't be used at the moment, though it is there: zone, offering, template, and networks by their names. */
    public List<String> closed = new ArrayList<>();

    /** Whether a host has come that is large enough for every VM of the source. */
    public boolean largeHost;

    /** Whether the work that held volumes has ended. */
    public boolean volumesReleased;

    /** Whether a snapshot is refused while one of another volume of the same VM is under way, as on KVM. */
    public boolean oneSnapshotPerVm;
}
