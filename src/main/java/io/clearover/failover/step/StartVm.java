package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.operation.Poll;
import io.clearover.operation.StepFailure;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.DestinationVm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the VM at the destination and waits until the destination says that it runs. */
@ApplicationScoped
public class StartVm implements OperationStep<Failover> {

    private final DestinationPlatform platform;
    private final Duration interval;
    private final Duration limit;

    StartVm() {
        this(null, null, null);
    }

    @Inject
    public StartVm(
            DestinationPlatform platform,
            @ConfigProperty(name = "clearover.destination.poll-interval", defaultValue = "PT1S") Duration interval,
            @ConfigProperty(name = "clearover.vm-start.timeout", defaultValue = "PT2M") Duration limit) {
        this.platform = platform;
        this.interval = interval;
        this.limit = limit;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.START_VM;
    }

    @Override
    public void run(Failover failover) {
        String vmId = failover.destinationVmId();
        platform.startVm(vmId);
        Poll.until(() -> running(vmId), interval, limit, "destination VM %s to be Running".formatted(vmId));
    }

    @Override
    public boolean holds(Failover failover) {
        return platform.vm(failover.destinationVmId())
                .filter(DestinationVm::running)
                .isPresent();
    }

    private Optional<String> running(String vmId) {
        String state = platform.vm(vmId)
                .orElseThrow(() -> new StepFailure("failed to start destination VM: VM %s not found".formatted(vmId)))
                .state();
        if ("Error".equals(state)) {
            throw new StepFailure("failed to start destination VM: VM %s is in state Error".formatted(vmId));
        }
        return Optional.of(state).filter("Running"::equals);
    }
}
