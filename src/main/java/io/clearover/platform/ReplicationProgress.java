package io.clearover.platform;

/**
 * How far a replication at the source appliance is.
 *
 * @param stage what it is at: Discover, EnableCBT, QueryCBT, Snapshot, PrepareVolumes, StartExports, Transfer, Finalize,
 *     PersistChangeIDs; empty when the appliance does not say
 * @param status Queued, Preparing, Snapshotting, Streaming, Finalizing, Succeeded or Failed
 * @param percent from 0 to 100
 * @param bytesTransferred bytes copied so far
 * @param totalBytes bytes to copy in all; 0 when not known yet
 * @param changeId where the next replication can go on from; null until the replication has succeeded
 */
public record ReplicationProgress(
        String stage, String status, double percent, long bytesTransferred, long totalBytes, String changeId) {

    public boolean succeeded() {
        return "Succeeded".equalsIgnoreCase(status);
    }

    public boolean failed() {
        return "Failed".equalsIgnoreCase(status);
    }

    public boolean ended() {
        return succeeded() || failed();
    }
}
