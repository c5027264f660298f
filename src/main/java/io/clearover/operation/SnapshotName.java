package io.clearover.operation;

import io.clearover.job.ExternalJobId;

/** What our snapshots are called, so that a rollback knows its failover's even if nobody could note their ids. */
public final class SnapshotName {

    private static final String PREFIX = "clearover-";

    private SnapshotName() {}

    /** {@code clearover-17595013200k3x9q2ab1}: no other failover's. */
    public static String of(ExternalJobId failover) {
        return PREFIX + failover.stamp();
    }

    /** Whether a snapshot is that of any of our failovers. */
    public static boolean isOurs(String snapshotName) {
        return snapshotName != null && snapshotName.startsWith(PREFIX);
    }
}
