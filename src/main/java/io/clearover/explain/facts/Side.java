package io.clearover.explain.facts;

import java.util.Locale;

/** Where a fault is. */
public enum Side {
    /** The source platform, its hosts and datastores, the source VM as it runs there, and the source appliance. */
    SOURCE,
    /** The destination platform, its hosts and storage, and the hardware of the new VM. */
    DESTINATION,
    /** The machine on which failovers run: its tools, devices, database, services and settings. */
    APPLIANCE,
    /** What is inside the disks of the VM that is moved. */
    GUEST,
    /** The network, proxy, name resolution or encryption between two of them. */
    LINK;

    /** The name in JSON: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
