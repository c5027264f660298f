package io.clearover.failover.preflight;

import io.clearover.vm.VmStatus;
import java.time.Instant;

/**
 * What is recorded of a VM now.
 *
 * @param runningJob the operation that runs on it; null if none does
 * @param lastReplicated when its newest successful replication ended; null if there is none
 * @param disksWithoutCopy how many of its disks have no volume
 */
record Recorded(VmStatus status, String runningJob, Instant lastReplicated, int disksWithoutCopy) {}
