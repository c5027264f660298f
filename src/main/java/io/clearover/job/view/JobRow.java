package io.clearover.job.view;

import io.clearover.job.OurJobs;
import java.time.Instant;

/** A row of {@code job_tracking} as it was read, with the VM's name and operating system: any program may have written it, so anything may be null. */
public record JobRow(
        String id,
        String externalJobId,
        String contextId,
        String vmName,
        String osType,
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

    /** Whether it is made of a row of {@code failover_jobs}, which older programs kept instead: that has one id. */
    boolean isOldRecord() {
        return id.equals(externalJobId);
    }

    /** See {@link OurJobs}. */
    boolean isOurs() {
        return OurJobs.isOurs(owner);
    }
}
