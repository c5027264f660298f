package io.clearover.compat;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A replication with what belongs to it, in the appliance's form; the fields that its GUI shows beside them.
 *
 * @param status as in {@link ReplicationForm}
 * @param progressPercent 0 to 100
 * @param currentOperation what it does now, for people; null if nothing presentable is known
 * @param vmaEtaSeconds null if it is not known
 * @param errorMessage why it failed: explained; as it is stored, for admins; empty otherwise
 * @param mounts always empty: nothing is mounted that is told here
 */
public record ReplicationDetail(
        String jobId,
        String status,
        double progressPercent,
        String currentOperation,
        String replicationType,
        String vmaSyncType,
        Integer vmaEtaSeconds,
        double vmaThroughputMbps,
        long bytesTransferred,
        long totalBytes,
        String errorMessage,
        Instant createdAt,
        Instant updatedAt,
        Instant startedAt,
        Instant completedAt,
        SourceVm sourceVm,
        Configuration configuration,
        List<DiskForm> disks,
        List<String> mounts,
        List<CbtForm> cbtHistory) {

    /** The VM at the source. */
    public record SourceVm(
            String id, String name, String path, @Schema(hidden = true) String vcenterHost, String datacenter) {}

    /** What was asked for. */
    public record Configuration(String replicationType, String targetNetwork, long osseaConfigId) {}
}
