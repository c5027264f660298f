package io.clearover.platform;

import java.util.List;

/**
 * The appliance next to the VMs that are to be moved: what they are, their power, their replication.
 *
 * <p>Methods block for one exchange with the appliance (power-off: until it is done, at most some minutes) and throw
 * {@link PlatformException} when the appliance refuses, fails, answers nonsense or cannot be reached. None of them may be
 * called inside a transaction. Implementations are safe for use by several threads.
 */
public interface SourceAppliance {

    /** Returns when the appliance can be reached and says that it is healthy. */
    void check();

    /** The VM as it is at the source now; throws {@link PlatformException} when the source knows no such VM. */
    SourceVm discover(SourceRef ref);

    /** As {@link #discover}, but asked once only, for somebody who waits. */
    SourceVm look(SourceRef ref);

    PowerState powerState(SourceRef ref);

    /** @param force cut the power rather than ask the guest to shut down */
    void powerOff(SourceRef ref, boolean force);

    void powerOn(SourceRef ref);

    /**
     * Starts to copy what has changed on the VM's disks since the last time; a replication that has this id already is gone
     * on with.
     *
     * @param jobId the id that the replication shall have
     * @param targets where each disk goes
     * @return the id to ask for its progress with; what the appliance says, usually {@code jobId}
     */
    String startReplication(SourceRef ref, String jobId, List<NbdTarget> targets);

    /** How far a replication is; throws {@link PlatformException} when the appliance knows no such job. */
    ReplicationProgress progress(String jobId);
}
