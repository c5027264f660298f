package io.clearover.health;

import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.PlatformException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether the destination platform can be reached, asking it now and then; always up. A platform that doesn't answer
 * holds up no probe: it counts as not reachable until it does.
 */
@Readiness
@ApplicationScoped
public class DestinationHealthCheck implements HealthCheck {

    /** Less than the second that orchestrators commonly wait. */
    private static final int TIMEOUT_MILLIS = 500;

    @Resource(lookup = "concurrent/checks")
    private ManagedExecutorService executor;

    private final DestinationPlatform platform;
    private final Clock clock;
    private final Duration interval;
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);
    private Instant answeredAt = Instant.MIN;

    DestinationHealthCheck() {
        this(null, null, null);
    }

    /** @param interval for how long an answer counts, so that many probes ask the platform once */
    @Inject
    public DestinationHealthCheck(
            DestinationPlatform platform,
            Clock clock,
            @ConfigProperty(name = "clearover.health.destination-interval", defaultValue = "PT30S") Duration interval) {
        this.platform = platform;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("destination")
                .up()
                .withData("reachable", reachable())
                .build();
    }

    private boolean reachable() {
        try {
            return latest().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException unanswered) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The answer that counts now, which may still be awaited. */
    private synchronized CompletableFuture<Boolean> latest() {
        if (answer.isDone() && answeredAt.isBefore(clock.instant().minus(interval))) {
            answer = executor.supplyAsync(this::ask);
        }
        return answer;
    }

    private boolean ask() {
        try {
            platform.check();
            return true;
        } catch (PlatformException away) {
            return false;
        } finally {
            answered();
        }
    }

    private synchronized void answered() {
        answeredAt = clock.instant();
    }
}
