package io.clearover.job;

import java.util.List;
import java.util.Optional;

/**
 * A VM's newest failover, which is the one that can be rolled back.
 *
 * @param jobId the external id of the job that ran it
 * @param trackedId the id of that job; null if another program ran it
 * @param jobType test or live
 * @param destinationVmId the VM that it made, as it is noted; null if it made none or that note is gone
 * @param metadata that job's; null if another program ran it, or wrote over it
 */
public record LastFailover(String jobId, String trackedId, String jobType, String destinationVmId, String metadata) {

    public FailoverType type() {
        return FailoverType.of(jobType);
    }

    public boolean isOurs() {
        return trackedId != null;
    }

    /** The volume that it took off the VM that it made; null if it didn't, or if that isn't known. */
    public String replacedVolumeId() {
        return JobMetadata.of(metadata).replacedVolumeId();
    }

    /** Ids of the volumes that it moved, as far as it noted them. */
    public Optional<List<String>> volumes() {
        return Optional.ofNullable(JobMetadata.of(metadata).volumes());
    }
}
