package io.clearover.failover.step;

import io.clearover.operation.Poll;
import io.clearover.operation.StepFailure;
import io.clearover.platform.PlatformException;
import io.clearover.platform.PowerState;
import io.clearover.platform.SourceAppliance;
import io.clearover.platform.SourceRef;
import io.clearover.platform.UnansweredException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;

/** The shutdown of one source VM. For one thread. */
final class SourceShutdown {

    private static final Logger LOG = Logger.getLogger(SourceShutdown.class.getName());

    private final SourceAppliance source;
    private final SourceRef ref;
    private final Duration interval;
    private final Runnable safePoint;

    /** @param safePoint passed before each look; may throw to end the waiting */
    SourceShutdown(SourceAppliance source, SourceRef ref, Duration interval, Runnable safePoint) {
        this.source = source;
        this.ref = ref;
        this.interval = interval;
        this.safePoint = safePoint;
    }

    /**
     * Has the guest shut down. One that may have been asked has all its time, whether or not the appliance waits for it; one
     * that can't be asked, or that the appliance has waited for, gets no more.
     *
     * @return whether the VM is off
     */
    boolean gracefully(Duration limit) {
        long begun = System.nanoTime();
        try {
            if (mayHaveBeenAsked(limit)) {
                awaitOff(limit.minusNanos(System.nanoTime() - begun));
                return true;
            }
        } catch (PlatformException | StepFailure notInTime) {
            note(notInTime);
        }
        return isOff();
    }

    private boolean mayHaveBeenAsked(Duration limit) {
        try {
            source.shutDown(ref, limit);
            return true;
        } catch (UnansweredException unknown) {
            note(unknown);
            return true;
        } catch (PlatformException refused) {
            note(refused);
            return false;
        }
    }

    /** @throws StepFailure if it isn't off when the limit has passed */
    void byForce(Duration limit) {
        source.powerOff(ref);
        awaitOff(limit);
    }

    private void awaitOff(Duration limit) {
        Poll.until(
                () -> {
                    safePoint.run();
                    return Optional.of(true).filter(off -> isOff());
                },
                interval,
                limit,
                "source VM %s to be powered off".formatted(ref.vmName()));
    }

    boolean isOff() {
        return source.powerState(ref) == PowerState.POWERED_OFF;
    }

    private void note(RuntimeException notGracefully) {
        LOG.info(() -> "vm=%s shutdown: %s".formatted(ref.vmName(), notGracefully.getMessage()));
    }
}
