package io.clearover.job;

/**
 * Something that a failure left behind, as it is kept with a job.
 *
 * @param kind vm, volume, snapshot, attachment, replication or source-off
 * @param vmName name of the VM that it is, belongs to or is attached to
 * @param disk which of the VM's disks it is about, the one with the operating system being 1; null if it is about none
 * @param removedBy who can remove it: rollback (the next one does), destination, source (their administrators) or itself
 * @param detail the technical side of it, for admins; of a long one the beginning
 */
public record KeptLeftover(String kind, String vmName, Integer disk, String removedBy, String detail) {

    private static final int LONGEST = 300;

    /** The job's document must stay short enough to be read at all. */
    public KeptLeftover {
        detail = detail == null || detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…";
    }
}
