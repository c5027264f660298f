package io.clearover.operation;

import io.clearover.job.ExternalJobId;

/** What our snapshots are called, so that a rollback knows them even if nobody could note their ids. */
public final class SnapshotName {

    private static final String PREFIX = "clearover-";

    private SnapshotName() {}

    public static String of(ExternalJobId failover) {
        return PREFIX + failover.stamp();
    }

    public static boolean isOurs(String snapshotName) {
        return snapshotName != null && snapshotName.startsWith(PREFIX);
    }
}
