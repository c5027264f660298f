package io.clearover.lab.seed;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.LabVm;
import java.time.Duration;
import java.time.Instant;

/**
 * A test failover, or the rollback of one, by the former engine.
 *
 * @param vm        the VM
 * @param rollback  whether it is a rollback
 * @param startedAt when it began
 * @param duration  how long it took
 * @param error     the raw error; null when it completed
 */
record OldOperation(LabVm vm, boolean rollback, Instant startedAt, Duration duration, String error) {

    String jobId() {
        return Names.uuid(externalId());
    }

    String externalId() {
        String kind = rollback ? "rollback-test-failover" : "unified-test-failover";
        return "%s-%s-%d".formatted(kind, vm.name(), startedAt.getEpochSecond());
    }

    /** Its id in the older table, which is another one. */
    String legacyId() {
        return "test-failover-%s-%d".formatted(vm.name(), startedAt.getEpochSecond());
    }

    Instant completedAt() {
        return startedAt.plus(duration);
    }

    String status() {
        return error == null ? "completed" : "failed";
    }

    /** The job's {@code metadata}. */
    Document metadata() {
        Document common = Document.of("context_id", vm.contextId())
                .with("vmware_vm_id", vm.vmwareId())
                .with("failover_type", "test")
                .with("external_job_id", externalId());
        return rollback
                ? common.with("vm_name_or_id", vm.name())
                        .with("power_on_source", false)
                        .with("force_cleanup", false)
                        .with("operation", "unified-failover-rollback")
                : common.with("vm_name", vm.name()).with("failover_job_id", legacyId());
    }
}
