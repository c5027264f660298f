package io.clearover.compat;

import static io.clearover.compat.Technical.count;
import static io.clearover.compat.Technical.orEmpty;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.view.ReplicationJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Reads the disks that VMs have at the source, in the appliance's form: one statement each. Thread-safe. */
@ApplicationScoped
public class DiskForms {

    private static final String COLUMNS =
            """
            SELECT id, vm_context_id, job_id, %s AS disk_id, %s AS vmdk_path, size_gb, %s AS datastore, unit_number,
                   %s AS label, capacity_bytes, %s AS provisioning_type, ossea_volume_id, %s AS change_id, sync_status,
                   sync_progress_percent, bytes_synced, created_at, updated_at, cpu_count, memory_mb, os_type,
                   vm_tools_version, %s AS network_config, display_name, %s AS annotation, power_state, vmware_uuid,
                   %s AS bios_setup
              FROM vm_disks
            """
                    .formatted(
                            LongText.name("disk_id"),
                            LongText.name("vm_dk_path"),
                            LongText.name("datastore"),
                            LongText.name("label"),
                            LongText.name("provisioning_type"),
                            LongText.name("disk_change_id"),
                            LongText.document("network_config"),
                            LongText.excerpt("annotation"),
                            LongText.document("bios_setup"));

    /** Uses idx_vm_disks_context. */
    private static final String OF_VM = COLUMNS + " WHERE vm_context_id = :id ORDER BY id";

    /** Uses fk_vm_disks_job. */
    private static final String OF_REPLICATION = COLUMNS + " WHERE job_id = :id ORDER BY id";

    private final Database database;
    private final ReplicationJobs replications;
    private final Technical technical;

    DiskForms() {
        this(null, null, null);
    }

    @Inject
    public DiskForms(Database database, ReplicationJobs replications, Technical technical) {
        this.database = database;
        this.replications = replications;
        this.technical = technical;
    }

    /**
     * A VM's disks; none if nothing was replicated.
     *
     * @param admin whether technical texts may be told
     */
    public List<DiskForm> ofVm(String contextId, boolean admin) {
        return forms(OF_VM, contextId, admin);
    }

    /** The disks that a replication was the last to write; as {@link #ofVm}. */
    public List<DiskForm> ofReplication(String replicationId, boolean admin) {
        return forms(OF_REPLICATION, replicationId, admin);
    }

    private List<DiskForm> forms(String sql, String id, boolean admin) {
        return database.list(sql, Map.of("id", id), DiskRecord.class).stream()
                .map(disk -> form(disk, admin))
                .toList();
    }

    private DiskForm form(DiskRecord disk, boolean admin) {
        return new DiskForm(
                disk.id(),
                orEmpty(disk.vmContextId()),
                disk.jobId(),
                orEmpty(disk.diskId()),
                technical.text(disk.vmdkPath(), admin),
                count(disk.sizeGb()),
                technical.text(disk.datastore(), admin),
                disk.unitNumber(),
                orEmpty(disk.label()),
                count(disk.capacityBytes()),
                orEmpty(disk.provisioningType()),
                disk.osseaVolumeId(),
                orEmpty(disk.changeId()),
                orEmpty(disk.changeId()),
                orEmpty(disk.syncStatus()),
                percent(disk.syncProgressPercent()),
                count(disk.bytesSynced()),
                replications.inUtc(disk.createdAt()),
                replications.inUtc(disk.updatedAt()),
                disk.cpuCount(),
                disk.memoryMb(),
                orEmpty(disk.osType()),
                orEmpty(disk.vmToolsVersion()),
                technical.text(disk.networkConfig(), admin),
                orEmpty(disk.displayName()),
                technical.text(disk.annotation(), admin),
                orEmpty(disk.powerState()),
                technical.text(disk.vmwareUuid(), admin),
                technical.text(disk.biosSetup(), admin));
    }

    private static double percent(Double said) {
        return said == null || said.isNaN() ? 0 : Math.min(Math.max(said, 0), 100);
    }
}
