package io.clearover.failover.preflight;

/** Something that is looked at before a failover; changes nothing. Implementations are safe for use by several threads. */
interface Check {

    /** Its stable slug; the catalogue has its words. */
    String name();

    /** Whether there is anything to look at; if not, it is left out. Quick. */
    default boolean appliesTo(PreflightTarget target) {
        return true;
    }

    /** Whether it makes sense within the failover itself too. */
    default boolean belongsToOperation() {
        return true;
    }

    /** The system that it has to ask. The first check that asks one tells whether it can be asked at all. */
    default CheckedSystem asks() {
        return CheckedSystem.NOTHING;
    }

    /** @throws io.clearover.platform.PlatformException if what was asked refuses or fails: the check has failed */
    Finding look(PreflightTarget target);
}
