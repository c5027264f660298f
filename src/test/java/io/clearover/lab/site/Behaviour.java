package io.clearover.lab.site;

/** How the data centre treats a VM. */
public enum Behaviour {
    WORKS,
    /** The driver tool fails on its system disk. */
    DRIVERS_FAIL,
    /** Its second disk can be attached to nothing but the appliance. */
    VOLUME_IN_USE,
    /** Everything about it takes several times as long. */
    SLOW,
    /** There is never a host for it. */
    NO_CAPACITY,
    /** Its vCenter's site does not answer. */
    SITE_DOWN
}
