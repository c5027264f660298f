package io.clearover.compat;

import java.time.Instant;

/**
 * One synchronization of one disk, a row of {@code cbt_history}, in the appliance's form.
 *
 * @param syncType full or incremental, or another word of the appliance
 * @param syncDurationSeconds null if it is not known, as the other numbers
 */
public record CbtForm(
        long id,
        String jobId,
        String vmContextId,
        String diskId,
        String changeId,
        String previousChangeId,
        String syncType,
        Long blocksChanged,
        Long bytesTransferred,
        Long syncDurationSeconds,
        boolean syncSuccess,
        Instant createdAt) {

    CbtForm at(Instant instant) {
        return new CbtForm(
                id,
                jobId,
                vmContextId,
                diskId,
                changeId,
                previousChangeId,
                syncType,
                blocksChanged,
                bytesTransferred,
                syncDurationSeconds,
                syncSuccess,
                instant);
    }
}
