package io.clearover.lab;

import io.clearover.lab.appliance.BlockDevices;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.Faults;
import io.clearover.lab.http.Api;
import io.clearover.lab.http.Call;
import io.clearover.lab.http.Document;
import io.clearover.lab.state.Room;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Store;
import io.clearover.lab.watch.ActLog;
import io.clearover.lab.watch.Look;
import io.clearover.lab.watch.Looking;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lab's own doors below {@code /lab}: for tests that look at it and let it misbehave. */
final class LabControl implements Api {

    private static final Set<String> CAPACITIES = Set.of("MEMORY", "CPU", "STORAGE");

    private final Store store;
    private final Faults faults;
    private final ActLog acts;
    private final BlockDevices devices;

    LabControl(Store store, Faults faults, ActLog acts, BlockDevices devices) {
        this.store = store;
        this.faults = faults;
        this.acts = acts;
        this.devices = devices;
    }

    @Override
    public void answer(Call call) throws IOException {
        switch (call.method() + " " + call.path()) {
            case "GET /lab/state" -> call.answer(200, store.read(LabControl::show));
            case "GET /lab/sites" -> call.answer(200, show(store.read(Looking::at)));
            case "POST /lab/reset" -> {
                faults.clear();
                devices.hide(false);
                store.reset();
                acts.clear();
                call.answer(200, store.read(LabControl::show));
            }
            case "POST /lab/capacity" -> makeRoom(call);
            case "GET /lab/faults" -> call.answer(200, showFaults());
            case "POST /lab/faults" -> arm(call);
            case "DELETE /lab/faults" -> {
                faults.clear();
                call.answer(200, showFaults());
            }
            default -> call.text(404, "the lab has no " + call.method() + " " + call.path());
        }
    }

    /**
     * {@code {"full": ["MEMORY"], "limits": {"user_vm": 1}, "closed": ["zone"], "large_host": true, "volumes_released": true}};
     * what is left out is as at the beginning.
     */
    private void makeRoom(Call call) throws IOException {
        try {
            Room room = room(call.json());
            store.change(state -> state.room = room);
            call.answer(
                    200,
                    Document.of("full", room.full)
                            .with("limits", room.limits)
                            .with("closed", room.closed)
                            .with("large_host", room.largeHost)
                            .with("volumes_released", room.volumesReleased));
        } catch (IllegalArgumentException | ClassCastException impossible) {
            call.text(400, impossible.getMessage());
        }
    }

    private static Room room(JsonObject json) {
        Room room = new Room();
        room.largeHost = json.getBoolean("large_host", false);
        room.volumesReleased = json.getBoolean("volumes_released", false);
        json.getOrDefault("closed", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .forEach(room.closed::add);
        json.getOrDefault("full", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .forEach(room.full::add);
        json.getOrDefault("limits", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((type, max) -> room.limits.put(type, ((JsonNumber) max).intValue()));
        if (!CAPACITIES.containsAll(room.full) || room.limits.size() != new Room().limits.size()) {
            throw new IllegalArgumentException(
                    "there are the capacities %s and limits of %s".formatted(CAPACITIES, new Room().limits.keySet()));
        }
        return room;
    }

    private void arm(Call call) throws IOException {
        try {
            faults.add(Fault.of(call.json()));
            call.answer(201, showFaults());
        } catch (IllegalArgumentException | ClassCastException impossible) {
            call.text(400, impossible.getMessage());
        }
    }

    private Document showFaults() {
        return Document.of("fired", faults.fired())
                .with("faults", faults.all().stream().map(LabControl::show).toList());
    }

    private static Document show(ArmedFault armed) {
        Fault fault = armed.fault();
        return Document.of("call", fault.call())
                .with("vm", fault.vm())
                .with("fault", fault.kind().text())
                .with("times", fault.times())
                .with("after", fault.after())
                .with("delay_ms", fault.delay().toMillis())
                .with("seen", armed.seen())
                .with("fired", armed.fired());
    }

    private static Document show(Look look) {
        Document sites = new Document();
        look.sites().forEach((vm, site) -> sites.with(vm, site.facts()));
        return Document.of("sites", sites).with("orphans", look.orphans());
    }

    /** Copies, as they are written when others change the state again. */
    private static Document show(State state) {
        return Document.of("vms", List.copyOf(state.machines))
                .with("volumes", List.copyOf(state.volumes))
                .with("snapshots", List.copyOf(state.snapshots))
                .with("source_power", Map.copyOf(state.sourcePower));
    }
}
