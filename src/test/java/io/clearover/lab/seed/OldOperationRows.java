package io.clearover.lab.seed;

import io.clearover.lab.http.Document;
import java.sql.SQLException;

/** Writes an operation as the former engine did: {@code owner} always the same, no percentage, two tables for one job. */
final class OldOperationRows {

    private final Rows rows;

    OldOperationRows(Rows rows) {
        this.rows = rows;
    }

    void write(OldOperation operation) throws SQLException {
        if (!operation.rollback()) {
            legacyRow(operation);
        }
        job(operation);
        int seq = 0;
        for (OldSteps.Step step : OldSteps.of(operation)) {
            step(operation, step, ++seq);
        }
    }

    private void job(OldOperation operation) throws SQLException {
        rows.insert(
                "job_tracking",
                Document.of("id", operation.jobId())
                        .with("job_type", operation.rollback() ? "cleanup" : "failover")
                        .with(
                                "operation",
                                operation.rollback() ? "enhanced-test-failover-rollback" : "unified-test-failover")
                        .with("status", operation.status())
                        .with("external_job_id", operation.externalId())
                        .with("metadata", operation.metadata().text())
                        .with("error_message", operation.error())
                        .with("started_at", operation.startedAt())
                        .with("completed_at", operation.completedAt())
                        .with("created_at", operation.startedAt())
                        .with("updated_at", operation.completedAt())
                        .with("owner", "system")
                        .with("context_id", operation.vm().contextId())
                        .with("job_category", operation.rollback() ? "system" : "failover"));
    }

    private void step(OldOperation operation, OldSteps.Step step, int seq) throws SQLException {
        rows.insert(
                "job_steps",
                Document.of("job_id", operation.jobId())
                        .with("name", step.name())
                        .with("seq", seq)
                        .with("status", step.error() == null ? "completed" : "failed")
                        .with("started_at", step.startedAt())
                        .with("completed_at", step.completedAt())
                        .with("error_message", step.error()));
    }

    private void legacyRow(OldOperation operation) throws SQLException {
        boolean completed = operation.error() == null;
        rows.insert(
                "failover_jobs",
                Document.of("vm_context_id", operation.vm().contextId())
                        .with("job_id", operation.legacyId())
                        .with("vm_id", operation.vm().vmwareId())
                        .with("job_type", "test")
                        .with("status", operation.status())
                        .with("source_vm_name", operation.vm().name())
                        .with("destination_vm_id", completed ? Names.uuid("test VM " + operation.legacyId()) : null)
                        .with("error_message", operation.error())
                        .with("created_at", operation.startedAt())
                        .with("updated_at", operation.completedAt())
                        .with("started_at", operation.startedAt())
                        .with("completed_at", operation.completedAt()));
    }
}
