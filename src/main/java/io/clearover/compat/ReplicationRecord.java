package io.clearover.compat;

import java.time.Instant;

/**
 * A row of {@code replication_jobs} as it was read, long texts in part; times are the writer's wall clock, but for
 * lastPollAt. Any program may have written it, so all but the id may be null.
 *
 * @param vmName of its VM; null if that is gone
 * @param twins other VMs that have exactly the VM's name
 */
public record ReplicationRecord(
        String id,
        String vmContextId,
        String vmName,
        int twins,
        String sourceVmId,
        String sourceVmName,
        String sourceVmPath,
        String vcenterHost,
        String datacenter,
        String replicationType,
        String targetNetwork,
        String status,
        Double progressPercent,
        String currentOperation,
        Long bytesTransferred,
        Long totalBytes,
        Long transferSpeedBps,
        String errorMessage,
        String changeId,
        String previousChangeId,
        String snapshotId,
        Integer nbdPort,
        String nbdExportName,
        String targetDevice,
        Long osseaConfigId,
        Instant createdAt,
        Instant updatedAt,
        Instant startedAt,
        Instant completedAt,
        String syncType,
        Double throughputMbps,
        Integer etaSeconds,
        Instant lastPollAt,
        String errorClassification,
        String errorDetails,
        String scheduleExecutionId,
        String scheduledBy,
        String vmGroupId) {}
