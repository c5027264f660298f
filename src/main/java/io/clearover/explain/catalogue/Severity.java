package io.clearover.explain.catalogue;

import java.util.Locale;

/** How bad a failure is for the person who has to act. */
public enum Severity {
    /** Nothing needs to be done. */
    INFO,
    /** It will probably pass; trying again later is enough. */
    WARNING,
    /** Something has to be changed before the operation can succeed. */
    ERROR,
    /** Data or other VMs are at risk until somebody acts. */
    CRITICAL;

    /** The name in JSON and in the database: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
