package io.clearover.failover.step;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.clearover.failover.Failover;
import io.clearover.failover.preflight.Preflight;
import io.clearover.operation.Step;
import io.clearover.operation.StepFailure;
import io.clearover.platform.UnansweredException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the checks of the preflight once more before anything is changed. Some of them ask but once, so that a preflight
 * answers soon; here what gets no answer is asked again.
 */
@ApplicationScoped
public class Validation implements Step<Failover> {

    private static final int MORE_TRIES = 3;

    private final Preflight preflight;
    private final RetryPolicy<Object> patience;

    Validation() {
        this(null, Duration.ofSeconds(1));
    }

    @Inject
    public Validation(
            Preflight preflight,
            @ConfigProperty(name = "clearover.retry.delay", defaultValue = "PT1S") Duration delay) {
        this.preflight = preflight;
        this.patience = RetryPolicy.builder()
                .handle(UnansweredException.class)
                .withBackoff(delay, delay.multipliedBy(4))
                .withMaxRetries(MORE_TRIES)
                .build();
    }

    @Override
    public String name() {
        return "validation";
    }

    @Override
    public void run(Failover failover) {
        Failsafe.with(patience)
                .get(() -> preflight.firstError(failover.intent()))
                .ifPresent(error -> {
                    throw new StepFailure(error);
                });
    }
}
