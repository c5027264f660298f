package io.clearover.lab.site;

/** How the data centre treats a VM. */
public enum Behaviour {
    WORKS,
    /** The driver tool fails on its system disk. */
    DRIVERS_FAIL,
    /** Its second disk can be attached to nothing but the appliance, while the platform works on it, which takes days. */
    VOLUME_IN_USE,
    /** Everything about it takes several times as long. */
    SLOW,
    /** No host has room for it, unless a large one comes. */
    NO_CAPACITY,
    /** Its vCenter's site does not answer. */
    SITE_DOWN
}
