package io.clearover.diagnosis;

/**
 * Asks a side, or what is recorded of it, how one thing is now; changes nothing. The checks before a failover, those after a
 * failure and those on request are all probes. Implementations are safe for use by several threads.
 */
public interface Probe {

    /** Its stable slug; the catalogue has its words. */
    String name();

    /** What it speaks of, and what it would see of it. */
    ProbeScope scope();

    /** Whether there is anything to look at; if not, it is left out. Quick. */
    default boolean appliesTo(ProbeTarget target) {
        return true;
    }

    /** Whether it makes sense within the failover itself too. */
    default boolean belongsToOperation() {
        return true;
    }

    /** Whether it makes sense before a failover; if not, it is for what went wrong alone. */
    default boolean belongsToPreflight() {
        return true;
    }

    /** The system that it has to ask. The first probe that asks one tells whether it can be asked at all. */
    default AskedSystem asks() {
        return AskedSystem.NOTHING;
    }

    /** @throws io.clearover.platform.PlatformException if what was asked refuses or fails: that is what it found */
    Finding look(ProbeTarget target);
}
