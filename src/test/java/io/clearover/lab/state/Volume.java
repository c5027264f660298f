package io.clearover.lab.state;

/** A volume of the destination. */
public class Volume {
    public String id;
    public String name;
    /** ROOT or DATADISK, by where it is attached: a root volume that is detached becomes a data disk. */
    public String type;
    /** Ready, Attaching, Snapshotting, RevertSnapshotting. */
    public String state;

    public long bytes;
    /** Id of a VM; null when attached to none. */
    public String attachedTo;
    /** Null when attached to none. */
    public Integer deviceId;
    /** Its block device at the appliance, such as {@code /dev/vdb}; null while it isn't attached there. */
    public String device;

    /** Name of the source VM whose disk it copies; null for others. */
    public String sourceVm;
    /** Name of the source VM for whose sake it was made as something else, such as a new VM's first disk; null for none. */
    public String madeFor;
    /** What is on it: what was written last, so that a test sees whether a revert brought it back. */
    public String content;
    /** Whether the driver tool made it bootable on KVM. */
    public boolean converted;

    public long createdAt;

    public boolean attachedTo(String machineId) {
        return machineId.equals(attachedTo);
    }

    /** Name of the source VM that it has to do with; null for none. */
    public String vmName() {
        return sourceVm != null ? sourceVm : madeFor;
    }
}
