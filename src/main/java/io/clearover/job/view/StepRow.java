package io.clearover.job.view;

import io.clearover.job.StepStatus;
import java.time.Instant;
import org.jdbi.v3.core.mapper.PropagateNull;

/** A row of {@code job_steps} as it was read. */
public record StepRow(
        String jobId,
        String name,
        @PropagateNull int seq,
        String status,
        Instant startedAt,
        Instant completedAt,
        String errorMessage,
        String metadata) {

    /** A planned step that has no row yet. */
    static StepRow planned(String jobId, String name, int seq) {
        return new StepRow(jobId, name, seq, StepStatus.PENDING.text(), null, null, null, null);
    }

    /** Pending if the row doesn't say. */
    public StepStatus state() {
        return status == null || status.isEmpty() ? StepStatus.PENDING : StepStatus.of(status);
    }

    /** Whether this is the same step recorded once more while the other one was running. */
    boolean isInside(StepRow other) {
        return name.equals(other.name)
                && startedAt != null
                && (other.completedAt == null || !startedAt.isAfter(other.completedAt));
    }
}
