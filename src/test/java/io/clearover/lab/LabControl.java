package io.clearover.lab;

import io.clearover.lab.driver.Conversion;
import io.clearover.lab.driver.ToolRun;
import io.clearover.lab.http.Api;
import io.clearover.lab.http.Call;
import io.clearover.lab.http.Document;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Store;
import java.io.IOException;
import java.util.Map;

/** The lab's own doors below {@code /lab}: for tests that look at it, and for the driver tool. */
final class LabControl implements Api {

    private final Store store;
    private final Conversion conversion;

    LabControl(Store store, Conversion conversion) {
        this.store = store;
        this.conversion = conversion;
    }

    @Override
    public void answer(Call call) throws IOException {
        switch (call.method() + " " + call.path()) {
            case "GET /lab/state" -> call.answer(200, store.read(LabControl::show));
            case "POST /lab/reset" -> {
                store.reset();
                call.answer(200, store.read(LabControl::show));
            }
            case "POST /lab/driver" -> call.text(200, drive(call.parameters()).text());
            default -> call.text(404, "the lab has no " + call.method() + " " + call.path());
        }
    }

    private ToolRun drive(Map<String, String> parameters) {
        String device = parameters.getOrDefault("device", "");
        return store.change(state -> conversion.run(state, device, parameters.getOrDefault("job", "")));
    }

    private static Document show(State state) {
        return Document.of("vms", state.machines)
                .with("volumes", state.volumes)
                .with("snapshots", state.snapshots)
                .with("source_power", state.sourcePower);
    }
}
