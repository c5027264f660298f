package io.clearover.compat;

import io.clearover.job.FailoverType;
import java.time.Instant;

/**
 * A row of {@code failover_jobs} as it was read.
 *
 * @param vmStatus the state of its VM now; null if that is gone
 * @param newestId the VM's newest row; null if the VM is not known
 */
public record FailoverJobRecord(
        long id,
        String jobId,
        String vmContextId,
        String vmId,
        String jobType,
        String status,
        String sourceVmName,
        String destinationVmId,
        String snapshotId,
        String errorMessage,
        Instant createdAt,
        Instant updatedAt,
        Instant startedAt,
        Instant completedAt,
        String vmStatus,
        Long newestId) {

    FailoverType type() {
        return FailoverType.of(jobType);
    }

    /** Whether its VM is still as this failover has left it. */
    boolean isStillThere() {
        return newestId != null && newestId == id && ("failed_over_" + type().text()).equals(vmStatus);
    }
}
