package io.clearover.lab.source;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.State;
import java.time.Instant;
import java.util.Optional;

/** The power state of source VMs. */
final class Power {

    static final String ON = "poweredOn";
    static final String OFF = "poweredOff";

    private Power() {}

    static String of(LabVm vm, State state) {
        return state.sourcePower.getOrDefault(vm.name(), ON);
    }

    static boolean isOn(LabVm vm, State state) {
        return of(vm, state).equals(ON);
    }

    static Optional<LabVm> find(String uuid) {
        return Fleet.withId(uuid);
    }

    static LabVm vm(String uuid) {
        return find(uuid).orElseThrow(() -> new SourceError(404, "VM not found with UUID " + uuid));
    }

    /** {@code GET /vm/{uuid}/power-state}. */
    static Document show(LabVm vm, State state, Instant now) {
        boolean on = isOn(vm, state);
        return Document.of("vm_id", vm.vmwareId())
                .with("power_state", of(vm, state))
                .with("tools_status", on ? "toolsOk" : "toolsNotRunning")
                .with("timestamp", now.toString());
    }

    /** {@code POST /vm/{uuid}/power-off} and {@code power-on}. */
    static Document turn(LabVm vm, State state, boolean on, boolean force, Instant now) {
        String before = of(vm, state);
        String after = on ? ON : OFF;
        state.sourcePower.put(vm.name(), after);
        if (!on) {
            state.sourceOffAt.remove(vm.name());
        }
        String method = on ? null : before.equals(OFF) ? "already_off" : force ? "forced" : "graceful";
        return turned(vm, before, after, method, now);
    }

    /** The answer to a power-off that the guest obeyed in time. */
    static Document shutDown(LabVm vm, Instant now) {
        return turned(vm, ON, OFF, "graceful", now);
    }

    private static Document turned(LabVm vm, String before, String after, String method, Instant now) {
        return Document.of("success", true)
                .with("vm_id", vm.vmwareId())
                .with("previous_state", before)
                .with("new_state", after)
                .with("operation", after.equals(ON) ? "power_on" : "power_off")
                .with("shutdown_method", method)
                .with("duration_seconds", 1)
                .with("timestamp", now.toString())
                .with("message", "VM %s is %s".formatted(vm.name(), after));
    }

    /** The answer to a power-off that the guest did not obey in time. */
    static Document stillOn(LabVm vm, int timeoutSeconds, Instant now) {
        return Document.of("success", false)
                .with("vm_id", vm.vmwareId())
                .with("previous_state", ON)
                .with("new_state", ON)
                .with("operation", "power_off")
                .with("shutdown_method", "graceful")
                .with("duration_seconds", timeoutSeconds)
                .with("timestamp", now.toString())
                .with(
                        "message",
                        "VM graceful shutdown timeout: VM still poweredOn after %dm%ds"
                                .formatted(timeoutSeconds / 60, timeoutSeconds % 60));
    }
}
