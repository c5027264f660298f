package io.clearover.lab.seed;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabVm;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A VM as the appliance has it: its context, and with it its replications, disks and networks. */
final class VmRows {

    static final Instant ADDED = Instant.parse("2025-09-01T09:00:00Z");

    private final Rows rows;
    private final Instant now;
    private final long configId;
    private final long credentialId;
    private final ReplicationRows replications;
    private final DiskRows disks;
    private final NetworkRows networks;

    VmRows(Rows rows, Instant now, long configId, long credentialId) {
        this.rows = rows;
        this.now = now;
        this.configId = configId;
        this.credentialId = credentialId;
        this.replications = new ReplicationRows(rows, configId);
        this.disks = new DiskRows(rows, now, configId);
        this.networks = new NetworkRows(rows);
    }

    void write(LabVm vm) throws SQLException {
        History history = new History(vm, now);
        List<PastReplication> past = history.replications();
        context(vm);
        replications.write(vm, past);
        outcome(vm, past, history);
        for (LabDisk disk : vm.disks()) {
            disks.write(vm, disk, last(past));
        }
        if (vm.networked()) {
            networks.write(vm);
        }
    }

    private void context(LabVm vm) throws SQLException {
        rows.insert(
                "vm_replication_contexts",
                Document.of("context_id", vm.contextId())
                        .with("vm_name", vm.name())
                        .with("vmware_vm_id", vm.vmwareId())
                        .with("vm_path", vm.path())
                        .with("vcenter_host", vm.vcenter())
                        .with("datacenter", vm.datacenter())
                        .with("current_status", "ready_for_failover")
                        .with("cpu_count", vm.cpus())
                        .with("memory_mb", vm.memoryMb())
                        .with("os_type", vm.osType())
                        .with("power_state", "poweredOn")
                        .with("vm_tools_version", "12325")
                        .with("created_at", ADDED)
                        .with("scheduler_enabled", 1)
                        .with("credential_id", credentialId)
                        .with("ossea_config_id", configId));
    }

    private void outcome(LabVm vm, List<PastReplication> past, History history) throws SQLException {
        long successes = past.stream().filter(PastReplication::succeeded).count();
        PastReplication newest = past.get(past.size() - 1);
        rows.update(
                """
                UPDATE vm_replication_contexts
                SET total_jobs_run = ?, successful_jobs = ?, failed_jobs = ?, last_successful_job_id = ?,
                    first_job_at = ?, last_job_at = ?, last_status_change = ?, last_scheduled_job_id = ?,
                    next_scheduled_at = ?, updated_at = ?
                WHERE context_id = ?
                """,
                past.size(),
                successes,
                past.size() - successes,
                last(past).id(),
                past.get(0).startedAt(),
                newest.startedAt(),
                last(past).completedAt(),
                newest.id(),
                newest.startedAt().plus(history.interval()),
                newest.completedAt(),
                vm.contextId());
    }

    private static PastReplication last(List<PastReplication> past) {
        return past.stream()
                .filter(PastReplication::succeeded)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
