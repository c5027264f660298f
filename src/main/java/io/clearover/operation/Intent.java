package io.clearover.operation;

import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.vm.Vm;

/** What a failover is to do, whether it runs already or not. */
public record Intent(Vm vm, FailoverType type, Options options) {

    public boolean wantsFinalSync() {
        return options.wantsFinalSync();
    }

    public boolean wantsDriverInjection() {
        return options.wantsDriverInjection();
    }

    public boolean wantsSourceOff() {
        return isLive() && !Boolean.FALSE.equals(options.powerOffSource());
    }

    /** Whether it has anything to ask of the source. */
    public boolean needsSource() {
        return wantsFinalSync() || wantsSourceOff();
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
