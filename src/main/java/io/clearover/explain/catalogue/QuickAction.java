package io.clearover.explain.catalogue;

import java.util.Locale;

/** What a program can offer to do about a failure, by a button for instance. */
public enum QuickAction {
    /** Start the same operation again, as it was. */
    RETRY,
    /** Start a rollback of the VM. */
    ROLL_BACK,
    /** Start the test failover again without copying the latest changes first. */
    START_WITHOUT_FINAL_SYNC,
    /** Start the failover again without installing drivers. */
    START_WITHOUT_DRIVER_INSTALLATION,
    /** Make the checks that a failover makes first, to see what is left to mend. */
    OPEN_PREFLIGHT,
    /** Tell an administrator, with a reference to the job. */
    CONTACT_ADMIN;

    /** The name in JSON: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
