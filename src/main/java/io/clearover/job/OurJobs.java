package io.clearover.job;

/**
 * Which jobs are Clearover's own: those that one of its servers owns, or owned when they ended. The rule as a condition of
 * statements, and the same for an owner that was read.
 */
public final class OurJobs {

    private static final String PREFIX = "clearover@";

    /** The condition that a row of {@code job_tracking} is a job of ours, by its column {@code owner}. */
    public static final String OURS = "owner LIKE '" + PREFIX + "%'";

    private OurJobs() {}

    /** The same of an owner as it was read; null is nobody's. */
    public static boolean isOurs(String owner) {
        return owner != null && owner.startsWith(PREFIX);
    }

    /** The owner that a server of ours writes, or a LIKE pattern for several. */
    static String owner(String server) {
        return PREFIX + server;
    }
}
