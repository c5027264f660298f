package io.clearover.job.view;

import java.time.Instant;

/** A row of {@code job_tracking} as it was read, with the VM's name: any program may have written it, so anything may be null. */
public record JobRow(
        String id,
        String externalJobId,
        String contextId,
        String vmName,
        String jobType,
        String operation,
        String status,
        String metadata,
        String errorMessage,
        Instant startedAt,
        Instant completedAt,
        Instant updatedAt,
        Instant canceledAt,
        String owner) {

    /** Whether a server of ours owns it: only those let jobs wait in line. */
    boolean isOurs() {
        return owner != null && owner.startsWith("clearover@");
    }
}
