package io.clearover.rollback.step;

import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.operation.Poll;
import io.clearover.platform.PowerState;
import io.clearover.platform.SourceAppliance;
import io.clearover.platform.SourceRef;
import io.clearover.rollback.Rollback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Switches the source VM on again, after a live failover had switched it off. A guest that may still be shutting down is given
 * its time to end that: what is on now would be off a moment later.
 */
@ApplicationScoped
public class PowerOnSource implements OperationStep<Rollback> {

    private final SourceAppliance source;
    private final Duration interval;
    private final Duration limit;
    private final Duration graceful;

    PowerOnSource() {
        this(null, null, null, null);
    }

    /**
     * @param limit how long the source may take to switch it on
     * @param graceful how long a guest may take to shut down
     */
    @Inject
    public PowerOnSource(
            SourceAppliance source,
            @ConfigProperty(name = "clearover.source.poll-interval", defaultValue = "PT2S") Duration interval,
            @ConfigProperty(name = "clearover.source.power-on-timeout", defaultValue = "PT3M") Duration limit,
            @ConfigProperty(name = "clearover.source.shutdown-timeout", defaultValue = "PT5M") Duration graceful) {
        this.source = source;
        this.interval = interval;
        this.limit = limit;
        this.graceful = graceful;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.POWER_ON_SOURCE;
    }

    @Override
    public boolean appliesTo(Rollback rollback) {
        return rollback.powerOnSource();
    }

    @Override
    public void run(Rollback rollback) {
        SourceRef ref = rollback.vm().source();
        if (rollback.mayShutDown()) {
            awaitOff(ref);
        }
        if (!isOn(ref)) {
            source.powerOn(ref);
            Poll.until(
                    () -> Optional.of(true).filter(on -> isOn(ref)),
                    interval,
                    limit,
                    "source VM %s to be powered on".formatted(ref.vmName()));
        }
    }

    /** One that stays on all that time wasn't shutting down. */
    private void awaitOff(SourceRef ref) {
        Poll.within(graceful, () -> !isOn(ref), interval, "source VM %s to shut down".formatted(ref.vmName()));
    }

    private boolean isOn(SourceRef ref) {
        return source.powerState(ref) == PowerState.POWERED_ON;
    }
}
