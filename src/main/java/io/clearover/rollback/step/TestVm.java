package io.clearover.rollback.step;

import io.clearover.job.FailoverJobs;
import io.clearover.job.FailoverJobs.FailoverJob;
import io.clearover.operation.TestVmName;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.DestinationVm;
import io.clearover.rollback.Rollback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Finds the test VM that the newest failover made, also if that died before it could note it. */
@ApplicationScoped
public class TestVm {

    private static final Set<String> GONE = Set.of("Destroyed", "Expunging");

    private final DestinationPlatform platform;
    private final FailoverJobs failovers;

    TestVm() {
        this(null, null);
    }

    @Inject
    public TestVm(DestinationPlatform platform, FailoverJobs failovers) {
        this.platform = platform;
        this.failovers = failovers;
    }

    /** The VM, if it was made and still is there. */
    public Optional<DestinationVm> of(Rollback rollback) {
        return failovers
                .newest(rollback.vm().contextId())
                .flatMap(failover -> find(failover, rollback))
                .filter(vm -> !GONE.contains(vm.state()));
    }

    private Optional<DestinationVm> find(FailoverJob failover, Rollback rollback) {
        return failover.destinationVmId() == null
                ? platform.vmNamed(TestVmName.of(rollback.vm().name(), failover.jobId()))
                : platform.vm(failover.destinationVmId());
    }
}
