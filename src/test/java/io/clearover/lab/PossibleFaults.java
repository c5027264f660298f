package io.clearover.lab;

import io.clearover.lab.cloudstack.CloudStackApi;
import io.clearover.lab.driver.DriverApi;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.source.SourceApi;

/** Which faults can happen at which call, so that no test waits for one that never comes. */
final class PossibleFaults {

    private static final String POLLING = "queryAsyncJobResult:";

    private PossibleFaults() {}

    /** @throws IllegalArgumentException for one that can not */
    static void check(Fault fault) {
        if (fault.vm() != null && Fleet.named(fault.vm()).isEmpty()) {
            throw new IllegalArgumentException("the lab has no VM " + fault.vm());
        }
        if (!possible(fault.call(), fault.kind())) {
            throw new IllegalArgumentException("the call %s can not have the fault %s"
                    .formatted(fault.call(), fault.kind().text()));
        }
    }

    private static boolean possible(String call, FaultKind kind) {
        if (call.equals("driver")) {
            return DriverApi.FAULTS.contains(kind);
        }
        if (kind.inTheJob()) {
            return CloudStackApi.asyncCommands().contains(call)
                    || call.equals("replicate") && SourceApi.REPLICATION_FAULTS.contains(kind);
        }
        if (kind.inTheGuest()) {
            return call.equals("power-off");
        }
        return kind.onTheWire() && exists(call);
    }

    private static boolean exists(String call) {
        return call.equals("destination")
                || call.equals("source")
                || CloudStackApi.commands().contains(call)
                || SourceApi.CALLS.contains(call)
                || call.startsWith(POLLING) && CloudStackApi.asyncCommands().contains(call.substring(POLLING.length()));
    }
}
