package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.JobStore;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.operation.SafePoint;
import io.clearover.platform.PlatformException;
import io.clearover.platform.PowerState;
import io.clearover.platform.SourceAppliance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Switches the source VM off before its last changes are copied: gracefully, and by force when its guest doesn't follow in
 * time. A test leaves it running, and one that is off already isn't touched, nor switched on by an undo.
 */
@ApplicationScoped
public class PowerOffSource implements OperationStep<Failover> {

    private static final Logger LOG = Logger.getLogger(PowerOffSource.class.getName());

    private final SourceAppliance source;
    private final JobStore store;
    private final SafePoint safePoint;
    private final Duration interval;
    private final Duration graceful;
    private final Duration forced;

    PowerOffSource() {
        this(null, null, null, null, null, null);
    }

    /**
     * @param graceful how long the guest may take to shut down
     * @param forced how long the source may take to switch it off
     */
    @Inject
    public PowerOffSource(
            SourceAppliance source,
            JobStore store,
            SafePoint safePoint,
            @ConfigProperty(name = "clearover.source.poll-interval", defaultValue = "PT2S") Duration interval,
            @ConfigProperty(name = "clearover.source.shutdown-timeout", defaultValue = "PT5M") Duration graceful,
            @ConfigProperty(name = "clearover.source.forced-off-timeout", defaultValue = "PT1M") Duration forced) {
        this.source = source;
        this.store = store;
        this.safePoint = safePoint;
        this.interval = interval;
        this.graceful = graceful;
        this.forced = forced;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.POWER_OFF_SOURCE;
    }

    @Override
    public boolean appliesTo(Failover failover) {
        return failover.wantsSourceOff() && mayBeOn(failover);
    }

    /** While the source doesn't tell, the step is begun: what fails then is this step, and is told as such. */
    private boolean mayBeOn(Failover failover) {
        try {
            return !isOff(failover);
        } catch (PlatformException untold) {
            LOG.info(() -> "job=%s vm=%s power: %s"
                    .formatted(failover.jobId(), failover.vm().name(), untold.getMessage()));
            return true;
        }
    }

    @Override
    public void run(Failover failover) {
        if (isOff(failover)) { // asked first: while the source doesn't tell, nothing is done that an undo had to take
            // back
            return;
        }
        store.noteSourceSwitchedOff(failover.jobId());
        SourceShutdown shutdown =
                new SourceShutdown(source, failover.source(), interval, () -> safePoint.pass(failover.jobId()));
        if (!shutdown.gracefully(graceful)) {
            safePoint.pass(failover.jobId());
            LOG.warning(() -> "job=%s vm=%s the guest did not shut down in time; it is switched off by force"
                    .formatted(failover.jobId(), failover.vm().name()));
            shutdown.byForce(forced);
        }
    }

    @Override
    public boolean holds(Failover failover) {
        return !failover.wantsSourceOff() || isOff(failover);
    }

    private boolean isOff(Failover failover) {
        return source.powerState(failover.source()) == PowerState.POWERED_OFF;
    }
}
