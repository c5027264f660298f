package io.clearover.vm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A volume that a disk is replicated to, a row of {@code ossea_volumes}: what is noted of its snapshot. */
@Entity
@Table(name = "ossea_volumes")
public class ReplicatedVolume {

    private static final String NONE = "none";

    @Id
    private Long id;

    @Column(name = "snapshot_id")
    private String snapshotId;

    @Column(name = "snapshot_status")
    private String snapshotStatus;

    @Column(name = "snapshot_created_at")
    private Instant snapshotCreatedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ReplicatedVolume() {}

    /** It has a snapshot that a rollback will go back to. */
    void snapshotted(String snapshot, Instant now) {
        snapshotId = snapshot;
        snapshotStatus = Disk.CREATED;
        snapshotCreatedAt = now;
        updatedAt = now;
    }

    /** It is as the snapshot has it. */
    void reverted(String snapshot, Instant now) {
        snapshotId = snapshot;
        snapshotStatus = Disk.REVERTED;
        updatedAt = now;
    }

    /** There is no snapshot to go back to any more. */
    void withoutSnapshot(Instant now) {
        snapshotId = null;
        snapshotStatus = NONE;
        snapshotCreatedAt = null;
        updatedAt = now;
    }
}
