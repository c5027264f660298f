package io.clearover.lab.seed;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabVm;
import java.sql.SQLException;
import java.util.List;

/** The replications of a VM, as the appliance's scheduler and pollers left them. */
final class ReplicationRows {

    private final Rows rows;
    private final long configId;

    ReplicationRows(Rows rows, long configId) {
        this.rows = rows;
        this.configId = configId;
    }

    void write(LabVm vm, List<PastReplication> past) throws SQLException {
        rows.insertAll(
                "replication_jobs",
                past.stream().map(replication -> row(vm, replication)).toList());
    }

    private Document row(LabVm vm, PastReplication past) {
        LabDisk system = vm.disks().get(0);
        long speed = past.movedBytes() / Math.max(1, past.duration().toSeconds());
        return Document.of("id", past.id())
                .with("vm_context_id", vm.contextId())
                .with("source_vm_id", vm.vmwareId())
                .with("source_vm_name", vm.name())
                .with("source_vm_path", vm.path())
                .with("v_center_host", vm.vcenter())
                .with("datacenter", vm.datacenter())
                .with("replication_type", past.full() ? "initial" : "incremental")
                .with("target_network", "")
                .with("status", past.succeeded() ? "completed" : "failed")
                .with(
                        "progress_percent",
                        past.succeeded() ? 100.0 : past.failure().progress())
                .with("current_operation", past.succeeded() ? "Completed" : "Failed")
                .with("bytes_transferred", past.movedBytes())
                .with("total_bytes", past.totalBytes())
                .with("transfer_speed_bps", speed)
                .with("error_message", past.succeeded() ? null : past.failure().text())
                .with("change_id", past.changeId())
                .with("previous_change_id", past.previousChangeId())
                .with("nbd_port", 10809)
                .with("nbd_export_name", "migration-vol-" + system.volumeId())
                .with("target_device", system.devicePath())
                .with("ossea_config_id", configId)
                .with("created_at", past.startedAt())
                .with("updated_at", past.completedAt())
                .with("started_at", past.startedAt())
                .with("completed_at", past.completedAt())
                .with("vma_sync_type", past.full() ? "full" : "incremental")
                .with(
                        "vma_current_phase",
                        past.succeeded() ? "PersistChangeIDs" : past.failure().stage())
                .with("vma_throughput_mbps", speed / 1024.0 / 1024)
                .with("vma_last_poll_at", past.completedAt())
                .with(
                        "vma_error_classification",
                        past.succeeded() ? null : past.failure().classification())
                .with(
                        "vma_error_details",
                        past.succeeded() ? null : past.failure().text())
                .with("setup_progress_percent", past.succeeded() ? 100 : 0)
                .with("scheduled_by", past.full() ? null : "scheduler-service");
    }
}
