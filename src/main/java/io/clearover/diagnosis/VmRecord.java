package io.clearover.diagnosis;

import io.clearover.vm.VmStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What is recorded of a VM now.
 *
 * @param runningJob the operation that runs on it; null if none does
 * @param lastReplicated when its newest successful replication ended; null if there is none
 * @param disksWithoutCopy how many of its disks have no volume
 * @param syncBrokenOff when its newest final sync began, if that was broken off and no replication has completed since; null
 *     otherwise
 * @param lastFailover its newest failover that has ended
 */
public record VmRecord(
        VmStatus status,
        String runningJob,
        Instant lastReplicated,
        int disksWithoutCopy,
        Instant syncBrokenOff,
        Optional<LastRun> lastFailover) {}
