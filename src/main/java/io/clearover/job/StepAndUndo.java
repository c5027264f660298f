package io.clearover.job;

import java.util.Arrays;
import java.util.List;

/** Every step that our operations have: its name in the database, what the catalogue calls it, and the steps that undo it. */
public enum StepAndUndo {
    // of a rollback, and of the undo of a failover
    SHUT_DOWN_VM("test-vm-shutdown", "shutting-down-test-vm"),
    DETACH_VOLUMES("volume-detachment", "detaching-storage-volumes"),
    REVERT_SNAPSHOTS("cloudstack-snapshot-rollback", "rolling-back-to-backup"),
    REATTACH_VOLUMES("volume-reattachment-to-oma", "returning-volumes-to-replication"),
    DELETE_VM("test-vm-deletion", "removing-test-vm"),
    POWER_ON_SOURCE("source-vm-power-on", "powering-on-source-vm"),
    END_FINAL_SYNC("final-sync-end", "ending-final-synchronization"),

    // of a failover
    VALIDATE("validation", "pre-flight-validation"),
    POWER_OFF_SOURCE("source-vm-power-off", "powering-off-source-vm", POWER_ON_SOURCE),
    FINAL_SYNC("final-sync", "final-data-synchronization", END_FINAL_SYNC),
    SNAPSHOT_VOLUMES(
            "multi-volume-snapshot-creation",
            "creating-backup-snapshots",
            DETACH_VOLUMES,
            REVERT_SNAPSHOTS,
            REATTACH_VOLUMES),
    INJECT_DRIVERS("virtio-driver-injection", "preparing-drivers-for-kvm", REVERT_SNAPSHOTS),
    CREATE_VM("vm-creation", "creating-destination-vm", DELETE_VM),
    ATTACH_VOLUMES("volume-attachment", "attaching-storage-volumes", DETACH_VOLUMES, REATTACH_VOLUMES),
    CONFIGURE_NETWORK("network-configuration", "configuring-network-adapters", DELETE_VM),
    START_VM("vm-startup-and-validation", "starting-and-validating-vm", SHUT_DOWN_VM),

    // the last of both
    CONFIRM("status-update", "finalizing-operation");

    private final String rawName;
    private final String slug;
    private final List<StepAndUndo> undoneBy;

    StepAndUndo(String rawName, String slug, StepAndUndo... undoneBy) {
        this.rawName = rawName;
        this.slug = slug;
        this.undoneBy = List.of(undoneBy);
    }

    /** The name in {@code job_steps.name}, from the appliance's vocabulary. */
    public String rawName() {
        return rawName;
    }

    /** The slug of its entry in the catalogue of steps. */
    public String slug() {
        return slug;
    }

    /** The steps that take back together what this one did, in no particular order; empty if it leaves nothing behind. */
    public List<StepAndUndo> undoneBy() {
        return undoneBy;
    }

    /** The steps that this one takes back, alone or with others; empty for one that no undo needs. */
    public List<StepAndUndo> undoes() {
        return Arrays.stream(values())
                .filter(step -> step.undoneBy.contains(this))
                .toList();
    }
}
