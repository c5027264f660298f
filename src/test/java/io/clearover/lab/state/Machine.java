package io.clearover.lab.state;

import java.util.ArrayList;
import java.util.List;

/** A VM of the destination; fields as they stand in the state file. */
public class Machine {
    public String id;
    /** CloudStack's own number, which its names and some errors show. */
    public long number;

    public String name;
    public String displayName;
    /** Starting, Running, Stopping, Stopped, Error, Destroyed, Expunging. */
    public String state;

    public int cpus;
    public int memoryMb;
    public List<Nic> nics = new ArrayList<>();
    /** Milliseconds since 1970. */
    public long createdAt;

    public String instanceName() {
        return "i-2-%d-VM".formatted(number);
    }

    public boolean in(String... states) {
        return List.of(states).contains(state);
    }
}
