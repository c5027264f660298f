package io.clearover.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks for jobs whose server is dead, and has them taken over. Thread-safe. */
@ApplicationScoped
public class DeadOwnerScan {

    private final Takeovers takeovers;
    private final LeaseRenewal renewal;
    private final LeaseGuard guard;
    private final LeaseTimes times;

    DeadOwnerScan() {
        this(null, null, null, null);
    }

    @Inject
    public DeadOwnerScan(Takeovers takeovers, LeaseRenewal renewal, LeaseGuard guard, LeaseTimes times) {
        this.takeovers = takeovers;
        this.renewal = renewal;
        this.guard = guard;
        this.times = times;
    }

    /** Does nothing while this server stops: it would take back what it has just given up. */
    public void scan() {
        if (!guard.isClosed()) {
            takeovers.takeAbandoned(times.silence(renewal.isSteady()));
        }
    }
}
