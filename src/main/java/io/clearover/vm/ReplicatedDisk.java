package io.clearover.vm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A disk of a VM at the source, a row of {@code vm_disks}: how far its copy has come. */
@Entity
@Table(name = "vm_disks")
public class ReplicatedDisk {

    @Id
    private Long id;

    @Column(name = "ossea_volume_id", insertable = false, updatable = false)
    private Long volumeRow;

    @Column(name = "disk_change_id")
    private String changeId;

    protected ReplicatedDisk() {}

    /** Its copy is not what it was: it must be replicated anew, all of it. */
    void invalidate() {
        changeId = null;
    }
}
