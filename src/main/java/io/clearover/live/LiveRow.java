package io.clearover.live;

import io.clearover.job.view.JobRow;
import io.clearover.job.view.ReplicationRow;
import io.clearover.job.view.StepRow;
import org.jdbi.v3.core.mapper.Nested;

/**
 * One row of a look: a job with one of its steps, or a replication.
 *
 * @param replication whether it is one; its times are then in the writer's zone
 * @param queuePosition as {@link LiveJob}'s
 * @param job of a replication its id, VM and context alone
 * @param step null if the job has none yet, and of a replication
 * @param replicationRow of a job without a meaning
 */
public record LiveRow(
        boolean replication,
        Integer queuePosition,
        @Nested JobRow job,
        @Nested("step") StepRow step,
        @Nested ReplicationRow replicationRow) {

    String id() {
        return job.id();
    }
}
