package io.clearover.rollback.step;

import io.clearover.job.FailoverJobs;
import io.clearover.job.LastFailover;
import io.clearover.operation.DestinationVmName;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.DestinationVm;
import io.clearover.rollback.Rollback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Finds the VM that the newest failover made: by the mark that it gave the VM or, if somebody has taken that off since, by
 * the id that it noted. Its name alone proves nothing, another VM may have it; nor does a noted id while another VM has the mark.
 */
@ApplicationScoped
public class FailedOverVm {

    private final DestinationPlatform platform;
    private final FailoverJobs failovers;

    FailedOverVm() {
        this(null, null);
    }

    @Inject
    public FailedOverVm(DestinationPlatform platform, FailoverJobs failovers) {
        this.platform = platform;
        this.failovers = failovers;
    }

    /** The VM, if it was made and still is there. */
    public Optional<DestinationVm> of(Rollback rollback) {
        return failovers.newest(rollback.vm().contextId()).flatMap(failover -> marked(failover, rollback)
                .or(() -> noted(failover)));
    }

    private Optional<DestinationVm> noted(LastFailover failover) {
        return Optional.ofNullable(failover.destinationVmId())
                .flatMap(platform::vm)
                .filter(vm -> !vm.removed());
    }

    private Optional<DestinationVm> marked(LastFailover failover, Rollback rollback) {
        return DestinationVmName.find(
                platform::vmNamed, failover.type(), rollback.vm().name(), failover.jobId());
    }
}
