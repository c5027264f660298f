package io.clearover.failover;

import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.vm.Vm;
import java.util.ArrayList;
import java.util.List;

/** What whoever starts a failover with certain options should know. */
final class Warnings {

    private Warnings() {}

    static List<String> of(FailoverType type, Options options, Vm vm) {
        List<String> warnings = new ArrayList<>();
        if (Boolean.TRUE.equals(options.skipVirtio()) && vm.isWindows()) {
            warnings.add(
                    "Without driver installation this Windows VM starts only if its KVM drivers are installed already.");
        }
        if (type == FailoverType.LIVE && Boolean.FALSE.equals(options.powerOffSource())) {
            warnings.add("The source VM stays on: it and the new VM can run at the same time, with the same name and"
                    + " addresses, and what the source changes from now on is not copied.");
        }
        if (type == FailoverType.LIVE && Boolean.FALSE.equals(options.performFinalSync())) {
            warnings.add("Without the final synchronization, what the source VM changed since its last replication is"
                    + " missing in the new VM.");
        }
        return warnings;
    }
}
