package io.clearover.lab.source;

import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.Due;
import io.clearover.lab.state.State;
import io.clearover.lab.watch.ActLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Guests that take their time to shut down, whether or not anybody still waits for it. */
public final class Guests implements Due {

    private final ActLog acts;

    public Guests(ActLog acts) {
        this.acts = acts;
    }

    /** The guest begins to shut down; one that has begun is not asked twice. */
    void shutDown(LabVm vm, Duration takes, State state, Instant now) {
        state.sourceOffAt.putIfAbsent(vm.name(), now.plus(takes).toEpochMilli());
    }

    @Override
    public boolean settle(State state, Instant now) {
        List<String> down = state.sourceOffAt.entrySet().stream()
                .filter(guest -> guest.getValue() <= now.toEpochMilli())
                .map(Map.Entry::getKey)
                .toList();
        down.forEach(vm -> {
            state.sourceOffAt.remove(vm);
            state.sourcePower.put(vm, Power.OFF);
            acts.add(vm, "power-off", Fleet.named(vm).map(LabVm::vmwareId).orElse(vm));
        });
        return !down.isEmpty();
    }
}
