package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.State;
import java.util.Map;

/** {@code stopVirtualMachine}: stopping a stopped VM succeeds; a forced stop is the quicker one. */
final class StopMachine implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Machine machine = request.machine("id");
        boolean forced = request.flag("forced", false);
        if (!machine.in("Running", "Stopped") && !(forced && machine.in("Starting", "Stopping"))) {
            throw ApiError.invalid(
                    "VM %s is in state %s and can't be stopped".formatted(machine.instanceName(), machine.state));
        }
        double seconds = machine.in("Stopped") ? 0 : forced ? 0.4 : 1.0;
        Map<String, String> arguments = Map.of("before", machine.state);
        machine.state = machine.in("Stopped") ? "Stopped" : "Stopping";
        String sourceVm = Fleet.behind(machine.name).map(LabVm::name).orElse(null);
        return Work.onMachine(machine.id, sourceVm, seconds, arguments);
    }

    @Override
    public Document finish(State state, Job job) {
        Machine machine =
                state.machine(job.instanceId).orElseThrow(() -> ApiError.failed("Failed to stop vm " + job.instanceId));
        machine.state = "Stopped";
        return Document.of("virtualmachine", Shapes.machine(machine));
    }

    @Override
    public void abandon(State state, Job job) {
        state.machine(job.instanceId).ifPresent(machine -> machine.state = job.arguments.get("before"));
    }
}
