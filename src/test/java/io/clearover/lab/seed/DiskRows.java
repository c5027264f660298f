package io.clearover.lab.seed;

import static io.clearover.lab.seed.VmRows.ADDED;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabVm;
import java.sql.SQLException;
import java.time.Instant;

/** The disks of a VM: each with the volume of its copy, and where that is attached to the appliance. */
final class DiskRows {

    private final Rows rows;
    private final Instant now;
    private final long configId;

    DiskRows(Rows rows, Instant now, long configId) {
        this.rows = rows;
        this.now = now;
        this.configId = configId;
    }

    /** Writes a disk whose copy is as of the last successful replication. */
    void write(LabVm vm, LabDisk disk, PastReplication last) throws SQLException {
        long volumeRow = rows.insert(
                "ossea_volumes",
                Document.of("vm_context_id", vm.contextId())
                        .with("volume_id", disk.volumeId())
                        .with("volume_name", disk.volumeName())
                        .with("size_gb", disk.sizeGb())
                        .with("ossea_config_id", configId)
                        .with("volume_type", disk.index() == 0 ? "ROOT" : "DATADISK")
                        .with("device_path", disk.devicePath())
                        .with("mount_point", "")
                        .with("status", "attached")
                        .with("created_at", ADDED)
                        .with("updated_at", ADDED)
                        .with("snapshot_status", "none"));
        device(vm, disk, volumeRow);
        vmDisk(vm, disk, volumeRow, last);
    }

    private void device(LabVm vm, LabDisk disk, long volumeRow) throws SQLException {
        String name = "vol" + disk.volumeId().substring(0, 8);
        rows.insert(
                "device_mappings",
                Document.of("id", Names.uuid("device " + disk.volumeId()))
                        .with("vm_context_id", vm.contextId())
                        .with("volume_uuid", disk.volumeId())
                        .with("volume_id_numeric", volumeRow)
                        .with("vm_id", Destination.APPLIANCE_VM_ID)
                        .with("operation_mode", "oma")
                        .with("cloudstack_device_id", disk.deviceId())
                        .with("requires_device_correlation", 1)
                        .with("device_path", disk.devicePath())
                        .with("cloudstack_state", "attached")
                        .with("linux_state", "detected")
                        .with("size", disk.bytes())
                        .with("last_sync", now)
                        .with("created_at", ADDED)
                        .with("updated_at", now)
                        .with("snapshot_status", "none")
                        .with("persistent_device_name", name)
                        .with("symlink_path", "/dev/mapper/" + name));
    }

    private void vmDisk(LabVm vm, LabDisk disk, long volumeRow, PastReplication last) throws SQLException {
        rows.insert(
                "vm_disks",
                Document.of("vm_context_id", vm.contextId())
                        .with("job_id", last.id())
                        .with("disk_id", disk.id())
                        .with("vm_dk_path", disk.vmdkPath())
                        .with("size_gb", disk.sizeGb())
                        .with("datastore", "datastore1")
                        .with("unit_number", disk.index())
                        .with("label", disk.label())
                        .with("capacity_bytes", disk.bytes())
                        .with("provisioning_type", "thin")
                        .with("ossea_volume_id", volumeRow)
                        .with("disk_change_id", last.changeId())
                        .with("sync_status", "completed")
                        .with("sync_progress_percent", 100.0)
                        .with("bytes_synced", last.totalBytes() / vm.disks().size())
                        .with("created_at", ADDED)
                        .with("updated_at", last.completedAt())
                        .with("cpu_count", vm.cpus())
                        .with("memory_mb", vm.memoryMb())
                        .with("os_type", vm.osType())
                        .with("vm_tools_version", "12325")
                        .with("network_config", Names.networkConfig(vm))
                        .with("display_name", vm.name())
                        .with("annotation", "")
                        .with("power_state", "poweredOn")
                        .with("vmware_uuid", vm.vmwareId())
                        .with("bios_setup", "{\"firmware\":\"efi\"}"));
    }
}
