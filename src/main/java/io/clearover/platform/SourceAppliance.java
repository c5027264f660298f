package io.clearover.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The appliance next to the VMs that are to be moved: what they are, their power, their replication.
 *
 * <p>Methods block for one exchange with the appliance (power: until it is changed, at most some minutes) and throw
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

    /**
     * Asks the guest to shut down, and returns when it has, or when it may have been asked: an appliance may answer sooner.
     *
     * @param limit how long the guest may take; this returns or throws not much later
     * @throws UnansweredException when nobody knows whether the guest was asked: it may still shut down
     * @throws PlatformException when it could not be asked, or did not obey in time
     */
    void shutDown(SourceRef ref, Duration limit);

    /** Cuts the power. */
    void powerOff(SourceRef ref);

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

    /** How far a replication is; empty when the appliance knows no such job. */
    Optional<ReplicationProgress> findReplication(String jobId);

    /** As {@link #findReplication}, but asked once only, for somebody who waits. */
    Optional<ReplicationProgress> lookAtReplication(String jobId);

    /** How far a replication is; throws {@link PlatformException} when the appliance knows no such job. */
    ReplicationProgress progress(String jobId);
}
