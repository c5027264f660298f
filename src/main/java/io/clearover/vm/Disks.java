package io.clearover.vm;

import io.clearover.database.Database;
import io.clearover.job.ContextId;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import io.clearover.job.JobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The replicated disks of VMs, and what operations note about them in {@code ossea_volumes}, {@code vm_disks} and
 * {@code device_mappings}. Each note is one short transaction, and throws {@link JobEndedException} when the job that makes it
 * has ended or is another server's. Thread-safe.
 */
@ApplicationScoped
public class Disks {

    /**
     * Uses idx_ossea_volumes_context, idx_vm_disks_context and unique_volume_id. The disk with the system is the first of the
     * first SCSI controller, 2000; where there is none, the one of the lowest number. The ids are text: of two numbers, the
     * longer is the higher.
     */
    private static final String OF_VM =
            """
            SELECT v.id AS row_id, d.id AS vm_disk_id, v.volume_id, d.disk_id, d.disk_change_id AS change_id,
                   m.device_path, m.cloudstack_device_id AS appliance_device_id, v.snapshot_id, v.snapshot_status
              FROM ossea_volumes v
              LEFT JOIN vm_disks d ON d.ossea_volume_id = v.id AND d.vm_context_id = v.vm_context_id
              LEFT JOIN device_mappings m ON m.volume_uuid = v.volume_id
             WHERE %s
             ORDER BY COALESCE(d.disk_id, '') = '', d.disk_id NOT IN ('disk-2000', '2000'), CHAR_LENGTH(d.disk_id), d.disk_id,
                      v.id
            """;

    private static final String OF_CONTEXT = OF_VM.formatted("v.vm_context_id = :context");

    /** Uses idx_ossea_volumes_volume_id. */
    private static final String OF_VOLUMES = OF_VM.formatted("v.volume_id IN (<volumes>)");

    /** Uses idx_ossea_volumes_volume_id. */
    private static final String REPLICATED = "SELECT id AS row_id FROM ossea_volumes WHERE volume_id = :volume";

    @PersistenceContext(unitName = "clearover")
    private EntityManager entities;

    private final Database database;
    private final JobStore jobs;
    private final Clock clock;

    /** A row of {@link #REPLICATED}. */
    public record Row(long rowId) {}

    Disks() {
        this(null, null, null);
    }

    @Inject
    public Disks(Database database, JobStore jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The VM's disks, the one with the operating system first; empty if nothing was replicated. */
    public List<Disk> of(ContextId context) {
        return database.list(OF_CONTEXT, Map.of("context", context.value()), Disk.class);
    }

    /** The disks with these volumes, in the order of the volumes, whatever VM they are recorded with, and if with none. */
    public List<Disk> of(List<String> volumes) {
        Map<String, Disk> recorded = volumes.isEmpty()
                ? Map.of()
                : database.list(OF_VOLUMES, Map.of("volumes", volumes), Disk.class).stream()
                        .collect(Collectors.toMap(Disk::volumeId, disk -> disk, (one, twin) -> one));
        return volumes.stream()
                .map(volume -> recorded.getOrDefault(volume, Disk.unrecorded(volume)))
                .toList();
    }

    /** Whether the volume is a disk of any VM that is replicated. */
    public boolean isReplicated(String volumeId) {
        return database.first(REPLICATED, Map.of("volume", volumeId), Row.class).isPresent();
    }

    /** Notes the snapshot that a rollback will go back to. */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteSnapshot(JobId by, Disk disk, String snapshotId) {
        note(by, disk, volume -> volume.snapshotted(snapshotId, clock.instant()));
    }

    /** Notes that the volume is as the snapshot has it; what is left to do with that is to remove it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteReverted(JobId by, Disk disk, String snapshotId) {
        note(by, disk, volume -> volume.reverted(snapshotId, clock.instant()));
    }

    /** Notes that there is no snapshot to go back to any more. */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteSnapshotGone(JobId by, Disk disk) {
        note(by, disk, volume -> volume.withoutSnapshot(clock.instant()));
    }

    /**
     * Notes that there is no way back to the snapshot, so that this disk must be replicated anew, all of it.
     *
     * @param error with which the job that found it out fails, even if it looks again
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteSnapshotLost(JobId by, Disk disk, String error) {
        noteSnapshotGone(by, disk);
        jobs.noteLastingFailure(by, error);
        all(ReplicatedDisk.class, ReplicatedDisk_.volumeRow, disk.rowId()).forEach(ReplicatedDisk::invalidate);
    }

    /** Notes that a volume is with a VM of the destination and has no device at the appliance meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteWithVm(JobId by, Disk disk, String vmId) {
        jobs.holdOwned(by);
        mappings(disk).forEach(mapping -> mapping.withVm(vmId));
    }

    /**
     * Notes that a volume is back at the appliance. Another volume's note of the same device is out of date then, and must not
     * lead anybody to this one: its device counts as unknown from now on.
     *
     * @param deviceId its position there, as CloudStack counts; no block device follows from it
     * @param device the block device that was seen there; empty if none was
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void noteWithAppliance(JobId by, Disk disk, String applianceVmId, int deviceId, Optional<String> device) {
        jobs.holdOwned(by);
        String path = device.orElseGet(() -> DeviceMapping.noDevice(disk.volumeId()));
        all(DeviceMapping.class, DeviceMapping_.device, path).forEach(DeviceMapping::withoutDevice);
        entities.flush(); // no two may name it, not even for a moment
        mappings(disk).forEach(mapping -> mapping.withAppliance(applianceVmId, path, deviceId));
    }

    private void note(JobId by, Disk disk, Consumer<ReplicatedVolume> change) {
        jobs.holdOwned(by);
        Optional.ofNullable(entities.find(ReplicatedVolume.class, disk.rowId())).ifPresent(change);
    }

    /** One, if the volume is recorded there. */
    private List<DeviceMapping> mappings(Disk disk) {
        return all(DeviceMapping.class, DeviceMapping_.volumeId, disk.volumeId());
    }

    /** Uses idx_vm_disks_ossea_volume, unique_volume_id and unique_device_path. */
    private <E, V> List<E> all(Class<E> entity, SingularAttribute<E, V> column, V value) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<E> query = builder.createQuery(entity);
        query.where(builder.equal(query.from(entity).get(column), value));
        return entities.createQuery(query).getResultList();
    }
}
