package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.operation.Step;
import jakarta.enterprise.context.ApplicationScoped;

/** A test leaves the source VM running, so this never applies to one. */
@ApplicationScoped
public class PowerOffSource implements Step<Failover> {

    @Override
    public String name() {
        return "source-vm-power-off";
    }

    @Override
    public boolean appliesTo(Failover failover) {
        return false;
    }

    @Override
    public void run(Failover failover) {
        throw new IllegalStateException("a test failover leaves the source VM running");
    }
}
