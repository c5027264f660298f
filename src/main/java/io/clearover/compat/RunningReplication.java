package io.clearover.compat;

import java.time.Instant;

/**
 * A replication that runs, as the appliance's GUI shows its progress beside the VM of its name.
 *
 * @param vmName null if another VM has the name too: its progress must not be shown as the other's
 * @param status as in {@link ReplicationForm}
 * @param progressPercent 0 to 100
 * @param currentOperation what it does now, for people; null if nothing presentable is known
 * @param vmaThroughputMbps never negative
 * @param vmaEtaSeconds null if it is not known
 */
public record RunningReplication(
        String id,
        String contextId,
        String vmName,
        String replicationType,
        String status,
        double progressPercent,
        String currentOperation,
        long bytesTransferred,
        long totalBytes,
        double vmaThroughputMbps,
        Integer vmaEtaSeconds,
        Instant createdAt,
        Instant startedAt,
        Instant updatedAt,
        Instant completedAt) {

    static RunningReplication of(ReplicationRecord row, ReplicationForm form) {
        return new RunningReplication(
                form.id(),
                row.vmContextId(),
                row.twins() > 0 ? null : row.vmName(),
                form.replicationType(),
                form.status(),
                form.progressPercent(),
                form.currentOperation().isEmpty() ? null : form.currentOperation(),
                form.bytesTransferred(),
                form.totalBytes(),
                form.vmaThroughputMbps(),
                form.vmaEtaSeconds(),
                form.createdAt(),
                form.startedAt(),
                form.updatedAt(),
                form.completedAt());
    }
}
