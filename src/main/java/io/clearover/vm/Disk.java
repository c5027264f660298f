package io.clearover.vm;

/**
 * A replicated disk of a VM: a row of {@code ossea_volumes} with its {@code vm_disks} and {@code device_mappings} rows.
 *
 * @param rowId id in {@code ossea_volumes}; negative if it has no row there any more
 * @param vmDiskId id in {@code vm_disks}; null if unknown
 * @param volumeId the destination platform's id of the volume
 * @param diskId the source's name of the disk ({@code disk-2000} is the one with the operating system); null if unknown
 * @param changeId how far the copy has come; null if it never completed
 * @param devicePath what is recorded as its block device at the appliance, which may be out of date; null if nothing is
 * @param applianceDeviceId its position at the appliance, which it keeps while a failover has it elsewhere; null if unknown
 * @param snapshotId the snapshot taken by a failover; null if there is none
 * @param snapshotStatus what was done with it: created or reverted; none, null or another program's word without one of ours
 */
public record Disk(
        long rowId,
        Long vmDiskId,
        String volumeId,
        String diskId,
        String changeId,
        String devicePath,
        Integer applianceDeviceId,
        String snapshotId,
        String snapshotStatus) {

    static final String CREATED = "created";
    static final String REVERTED = "reverted";

    /** One of which no row is left. What is noted of it goes nowhere. */
    static Disk unrecorded(String volumeId) {
        return new Disk(-1, null, volumeId, null, null, null, null, null, null);
    }

    /** Whether a failover has noted a snapshot that the volume has not been brought back to. */
    public boolean awaitsRevert() {
        return snapshotId != null && CREATED.equals(snapshotStatus);
    }

    /** Whether a rollback has brought the volume back to the noted snapshot already, and has only to remove it. */
    public boolean isReverted() {
        return snapshotId != null && REVERTED.equals(snapshotStatus);
    }

    /** Whether it was Clearover that noted the snapshot. */
    public boolean hasOurNote() {
        return awaitsRevert() || isReverted();
    }
}
