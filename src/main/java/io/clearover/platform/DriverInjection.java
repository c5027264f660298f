package io.clearover.platform;

/** Puts the drivers that a guest needs at the destination into its system disk. */
public interface DriverInjection {

    /**
     * Works on the disk until it is done, which takes from half a minute to many minutes; not inside a transaction. The
     * disk is changed in place: a failure may leave it half changed, so revert it to its snapshot.
     *
     * @param devicePath the block device that the system disk is attached at, such as {@code /dev/vdc}
     * @param jobId names the log of the tool's whole output; letters, digits, hyphens and underscores
     * @throws PlatformException when the tool cannot be run, fails or takes too long; the message holds its exit code and
     *     its last error lines
     */
    void inject(String devicePath, String jobId);

    /**
     * Looks, without running it, whether the tool is there, and the package of drivers, if it is known where that should be.
     *
     * @throws PlatformException when its program doesn't exist or can't be executed, or the package doesn't exist
     */
    void check();
}
