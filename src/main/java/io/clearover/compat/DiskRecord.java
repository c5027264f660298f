package io.clearover.compat;

import java.time.Instant;

/** A row of {@code vm_disks} as it was read, long texts in part; created and updated are the writer's wall clock. */
public record DiskRecord(
        long id,
        String vmContextId,
        String jobId,
        String diskId,
        String vmdkPath,
        Long sizeGb,
        String datastore,
        Long unitNumber,
        String label,
        Long capacityBytes,
        String provisioningType,
        Long osseaVolumeId,
        String changeId,
        String syncStatus,
        Double syncProgressPercent,
        Long bytesSynced,
        Instant createdAt,
        Instant updatedAt,
        Integer cpuCount,
        Integer memoryMb,
        String osType,
        String vmToolsVersion,
        String networkConfig,
        String displayName,
        String annotation,
        String powerState,
        String vmwareUuid,
        String biosSetup) {}
