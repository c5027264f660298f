package io.clearover.operation;

import io.clearover.job.ContextId;
import io.clearover.job.FailoverJobs;
import io.clearover.job.LastFailover;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.Volume;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a failover takes off the VM that it made, to put the VM's own disks in its place. Thread-safe. */
@ApplicationScoped
public class ReplacedVolume {

    private final DestinationPlatform platform;
    private final FailoverJobs failovers;

    ReplacedVolume() {
        this(null, null);
    }

    @Inject
    public ReplacedVolume(DestinationPlatform platform, FailoverJobs failovers) {
        this.platform = platform;
        this.failovers = failovers;
    }

    /** Removes what the VM's newest failover took off and did not come to delete; does nothing if it isn't there. */
    public void remove(ContextId context) {
        failovers
                .newest(context)
                .map(LastFailover::replacedVolumeId)
                .flatMap(platform::volume)
                .filter(Volume::detached)
                .ifPresent(volume -> platform.deleteVolume(volume.id()));
    }
}
