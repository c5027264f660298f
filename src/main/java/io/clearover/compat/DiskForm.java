package io.clearover.compat;

import java.time.Instant;

/**
 * A disk of a VM at the source, in the appliance's form.
 *
 * @param vmdkPath empty but for admins, as datastore, networkConfig, annotation, vmwareUuid and biosSetup
 * @param jobId the replication that wrote it last; null if that isn't recorded
 * @param changeId how far the copy has come; empty if it never completed; diskChangeId is the same
 * @param syncProgressPercent 0 to 100
 */
public record DiskForm(
        long id,
        String vmContextId,
        String jobId,
        String diskId,
        String vmdkPath,
        long sizeGb,
        String datastore,
        Long unitNumber,
        String label,
        long capacityBytes,
        String provisioningType,
        Long osseaVolumeId,
        String changeId,
        String diskChangeId,
        String syncStatus,
        double syncProgressPercent,
        long bytesSynced,
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
