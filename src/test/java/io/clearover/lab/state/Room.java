package io.clearover.lab.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much room the destination has left, and how much it does at once. */
public class Room {

    /** No limit. */
    public static final int UNLIMITED = -1;

    /** Names of the capacities of which nothing is left: MEMORY, CPU, STORAGE. */
    public List<String> full = new ArrayList<>();

    /** The most that the account may have of a resource, by its type's name. */
    public Map<String, Integer> limits = new HashMap<>(
            Map.of("user_vm", 200, "volume", 1000, "snapshot", 1000, "cpu", UNLIMITED, "memory", UNLIMITED));

    /** Whether a snapshot is refused while one of another volume of the same VM is under way, as on KVM. */
    public boolean oneSnapshotPerVm;
}
