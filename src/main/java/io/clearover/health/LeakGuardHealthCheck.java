package io.clearover.health;

import io.clearover.guard.LeakGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how many texts for non-admins were replaced since this server started, because they would have leaked something
 * technical: anything but zero is a defect, and the log says where it was. Always up.
 */
@Readiness
@ApplicationScoped
public class LeakGuardHealthCheck implements HealthCheck {

    private final LeakGuard guard;

    LeakGuardHealthCheck() {
        this(null);
    }

    @Inject
    public LeakGuardHealthCheck(LeakGuard guard) {
        this.guard = guard;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("leak-guard")
                .up()
                .withData("texts_replaced", guard.fired())
                .build();
    }
}
