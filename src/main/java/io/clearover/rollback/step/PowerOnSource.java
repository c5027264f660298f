package io.clearover.rollback.step;

import io.clearover.operation.Poll;
import io.clearover.operation.Step;
import io.clearover.platform.PowerState;
import io.clearover.platform.SourceAppliance;
import io.clearover.platform.SourceRef;
import io.clearover.rollback.Rollback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Switches the source VM on again, after a live failover had switched it off. */
@ApplicationScoped
public class PowerOnSource implements Step<Rollback> {

    private final SourceAppliance source;
    private final Duration interval;
    private final Duration limit;

    PowerOnSource() {
        this(null, null, null);
    }

    /** @param limit how long the source may take to switch it on */
    @Inject
    public PowerOnSource(
            SourceAppliance source,
            @ConfigProperty(name = "clearover.source.poll-interval", defaultValue = "PT2S") Duration interval,
            @ConfigProperty(name = "clearover.source.power-on-timeout", defaultValue = "PT3M") Duration limit) {
        this.source = source;
        this.interval = interval;
        this.limit = limit;
    }

    @Override
    public String name() {
        return "source-vm-power-on";
    }

    @Override
    public boolean appliesTo(Rollback rollback) {
        return rollback.powerOnSource();
    }

    @Override
    public void run(Rollback rollback) {
        SourceRef ref = rollback.vm().source();
        if (!isOn(ref)) {
            source.powerOn(ref);
            Poll.until(
                    () -> Optional.of(true).filter(on -> isOn(ref)),
                    interval,
                    limit,
                    "source VM %s to be powered on".formatted(ref.vmName()));
        }
    }

    private boolean isOn(SourceRef ref) {
        return source.powerState(ref) == PowerState.POWERED_ON;
    }
}
