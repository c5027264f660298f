package io.clearover.explain.catalogue;

import java.util.Locale;

/** Where a cause lies, as the person who has to act sees it. */
public enum Category {
    /** The VM itself does not fit the operation. */
    COMPATIBILITY,
    /** The networks the VM is to be connected to. */
    NETWORK,
    /** Volumes, disks, snapshots and the space for them. */
    STORAGE,
    /** The destination platform or this product's own services. */
    PLATFORM,
    /** One system could not talk to another. */
    CONNECTIVITY,
    /** Something is missing, wrong or forbidden in the settings. */
    CONFIGURATION;

    /** The name in JSON and in the database: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
