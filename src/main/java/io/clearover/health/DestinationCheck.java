package io.clearover.health;

import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether the destination platform can be reached, asking it now and then; always up. */
@Readiness
@ApplicationScoped
public class DestinationCheck implements HealthCheck {

    private final DestinationPlatform platform;
    private final Clock clock;
    private final Duration interval;
    private volatile Seen last = new Seen(Instant.MIN, false);

    DestinationCheck() {
        this(null, null, null);
    }

    /** @param interval for how long an answer counts, so that many probes ask the platform once */
    @Inject
    public DestinationCheck(
            DestinationPlatform platform,
            Clock clock,
            @ConfigProperty(name = "clearover.health.destination-interval", defaultValue = "PT30S") Duration interval) {
        this.platform = platform;
        this.clock = clock;
        this.interval = interval;
    }

    private record Seen(Instant at, boolean reachable) {}

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("destination")
                .up()
                .withData("reachable", reachable())
                .build();
    }

    private boolean reachable() {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(interval))) {
            last = new Seen(now, ask());
        }
        return last.reachable();
    }

    private boolean ask() {
        try {
            platform.check();
            return true;
        } catch (PlatformException away) {
            return false;
        }
    }
}
