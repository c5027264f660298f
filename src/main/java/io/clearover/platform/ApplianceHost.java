package io.clearover.platform;

import java.util.Map;

/** The machine that Clearover runs on, the appliance: what of it operations need beside its devices. Thread-safe. */
public interface ApplianceHost {

    /**
     * How many bytes can still be written, by the folders that this server and the tools that it calls write to.
     *
     * @throws PlatformException if that can't be seen
     */
    Map<String, Long> freeSpace();

    /** Whether it is known where the appliance's export service, to which the source writes, listens on this machine. */
    boolean knowsExports();

    /**
     * Returns when the export service answers as one; one exchange, which takes some seconds at most.
     *
     * @throws PlatformException if it doesn't
     */
    void checkExports();
}
