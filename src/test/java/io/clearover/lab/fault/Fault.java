package io.clearover.lab.fault;

import jakarta.json.JsonObject;
import java.time.Duration;

/**
 * One thing that is to go wrong.
 *
 * @param call  name of the call: a CloudStack command; {@code queryAsyncJobResult:COMMAND} for the polling of that
 *              command's jobs; {@code discover}, {@code replicate}, {@code progress}, {@code power-state}, {@code power-off},
 *              {@code power-on}, {@code cleanup}, {@code health} of the source appliance; {@code driver}; or
 *              {@code destination} and {@code source} for every call of the one or the other
 * @param vm    name of the source VM that the call is about; null for calls about any VM or none
 * @param kind  how it goes wrong
 * @param times how often; 0 for until it is cleared
 * @param after how many matching calls go well first
 * @param delay what the kind makes of it, see there; zero for none
 */
public record Fault(String call, String vm, FaultKind kind, int times, int after, Duration delay) {

    public Fault {
        if (call == null || kind == null || times < 0 || after < 0 || delay.isNegative()) {
            throw new IllegalArgumentException("a fault needs a call, a kind, and no negative number");
        }
    }

    /** Once, at the next call of that name, whatever VM it is about. */
    public static Fault of(String call, FaultKind kind) {
        return new Fault(call, null, kind, 1, 0, Duration.ZERO);
    }

    /** {@code {"call", "fault", "vm", "times", "after", "delay_ms"}}; only the first two must be there. */
    public static Fault of(JsonObject json) {
        return new Fault(
                json.getString("call", null),
                json.getString("vm", null),
                FaultKind.of(json.getString("fault", "")),
                json.getInt("times", 1),
                json.getInt("after", 0),
                Duration.ofMillis(json.getInt("delay_ms", 0)));
    }

    /** The same, only for calls about this source VM. */
    public Fault forVm(String name) {
        return new Fault(call, name, kind, times, after, delay);
    }

    public Fault times(int count) {
        return new Fault(call, vm, kind, count, after, delay);
    }

    /** The same, until the faults are cleared. */
    public Fault always() {
        return times(0);
    }

    public Fault after(int calls) {
        return new Fault(call, vm, kind, times, calls, delay);
    }

    public Fault delay(Duration duration) {
        return new Fault(call, vm, kind, times, after, duration);
    }

    boolean matches(About about) {
        return about.calls().contains(call) && (vm == null || vm.equals(about.vm()));
    }
}
