package io.clearover.compat;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A replication in the appliance's form; texts are empty where nothing is known.
 *
 * @param status pending, initializing, provisioning, analyzing, replicating, syncing, running, completed, failed, cancelled, or
 *     stalled if nobody has reported on it for long
 * @param progressPercent 0 to 100
 * @param currentOperation what it does now, for people
 * @param errorMessage why it failed: explained; as it is stored, for admins
 * @param nbdPort 0 but for admins, as the next two are empty
 * @param vmaThroughputMbps never negative
 * @param vmaEtaSeconds null if it is not known
 */
@RecordBuilder
public record ReplicationForm(
        String id,
        String vmContextId,
        String sourceVmId,
        String sourceVmName,
        String sourceVmPath,
        @Schema(hidden = true) String vcenterHost,
        String datacenter,
        String replicationType,
        String targetNetwork,
        String status,
        double progressPercent,
        String currentOperation,
        long bytesTransferred,
        long totalBytes,
        long transferSpeedBps,
        String errorMessage,
        String changeId,
        String previousChangeId,
        String snapshotId,
        int nbdPort,
        String nbdExportName,
        String targetDevice,
        long osseaConfigId,
        Instant createdAt,
        Instant updatedAt,
        Instant startedAt,
        Instant completedAt,
        String vmaSyncType,
        String vmaCurrentPhase,
        double vmaThroughputMbps,
        Integer vmaEtaSeconds,
        Instant vmaLastPollAt,
        String vmaErrorClassification,
        String vmaErrorDetails,
        String scheduleExecutionId,
        String scheduledBy,
        String vmGroupId) {}
