package io.clearover.job.view;

import java.time.Instant;

/**
 * What a VM's list tells of the VM itself.
 *
 * @param firstTracked when the oldest of its failovers and rollbacks was started; null if it has none
 * @param firstReplication when the oldest of its replications was asked for, as it is stored; null as the other
 */
public record ListedVm(String contextId, String vmName, String osType, Instant firstTracked, Instant firstReplication) {

    /** Its columns. Uses PRIMARY, and the ends of idx_clearover_job_tracking_recent and idx_clearover_replication_jobs_recent. */
    static final String COLUMNS =
            """
            c.context_id, c.vm_name, c.os_type,
            (SELECT started_at FROM job_tracking
              WHERE context_id = :context_0 AND started_at IS NOT NULL AND %s ORDER BY started_at LIMIT 1) AS first_tracked,
            (SELECT MIN(created_at) FROM replication_jobs WHERE vm_context_id = :context_0) AS first_replication
            """
                    .formatted(TrackedJobs.IS_SHOWN);

    /** When the oldest was, of either kind. */
    Instant historyFrom(ReplicationJobs replications) {
        Instant replicated = replications.inUtc(firstReplication);
        return replicated == null || firstTracked != null && firstTracked.isBefore(replicated)
                ? firstTracked
                : replicated;
    }
}
