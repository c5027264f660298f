package io.clearover.compat;

import java.time.Instant;

/**
 * A failover in the appliance's own list.
 *
 * @param jobId the external id of one of ours; never null
 * @param jobType test or live
 * @param status pending, in_progress, completed, failed (or cancelled), cleanup for a test that worked and has been rolled back
 *     since, or stalled if nobody has reported on it for long
 * @param progress 0 to 100
 * @param duration in words, such as 2 min 5 s; null if it is not known
 * @param errorMessage why it failed: explained; as it is stored, for admins; empty otherwise
 */
public record FailoverJobForm(
        String jobId,
        String contextId,
        String vmId,
        String vmName,
        String jobType,
        String status,
        double progress,
        String destinationVmId,
        String snapshotId,
        Instant createdAt,
        Instant startedAt,
        Instant completedAt,
        String duration,
        String errorMessage) {}
