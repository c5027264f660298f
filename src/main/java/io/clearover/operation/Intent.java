package io.clearover.operation;

import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.vm.Vm;

/** What a failover is to do, whether it runs already or not. */
public record Intent(Vm vm, FailoverType type, Options options) {

    public boolean wantsFinalSync() {
        return !Boolean.FALSE.equals(options.performFinalSync());
    }

    public boolean wantsDriverInjection() {
        return !Boolean.TRUE.equals(options.skipVirtio());
    }

    public boolean wantsSourceOff() {
        return isLive() && !Boolean.FALSE.equals(options.powerOffSource());
    }

    public boolean isLive() {
        return type == FailoverType.LIVE;
    }

    /** Whether the guest may lack the drivers that it needs to start. */
    public boolean risksNoDrivers() {
        return !wantsDriverInjection() && vm.isWindows();
    }

    /** Whether source and new VM can run at the same time. */
    public boolean risksTwoRunning() {
        return isLive() && !wantsSourceOff();
    }

    /** Whether the latest changes will be missing for good. */
    public boolean risksOldData() {
        return isLive() && !wantsFinalSync();
    }
}
