package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.State;
import java.util.Map;

/** {@code startVirtualMachine}: a VM without a root volume does not start; one that starts writes on its volumes. */
final class StartMachine implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Machine machine = request.machine("id");
        if (machine.in("Running")) {
            throw ApiError.invalid(
                    "The virtual machine %s (%s) is already running".formatted(machine.id, machine.displayName));
        }
        if (!machine.in("Stopped")) {
            throw ApiError.invalid("VM %s is in state %s: it can only be started when it is Stopped"
                    .formatted(machine.instanceName(), machine.state));
        }
        machine.state = "Starting";
        String sourceVm = Fleet.behind(machine.name).map(LabVm::name).orElse(null);
        return Work.onMachine(machine.id, sourceVm, 1.2, Map.of());
    }

    @Override
    public Document finish(State state, Job job) {
        Machine machine = state.machine(job.instanceId)
                .orElseThrow(() -> ApiError.failed("Failed to start vm " + job.instanceId));
        if (state.volumesOf(machine.id).noneMatch(volume -> volume.deviceId == 0)) {
            throw ApiError.failed("Unable to start a VM [%s]: it has no ROOT volume attached".formatted(machine.id));
        }
        state.volumesOf(machine.id).forEach(volume -> volume.content += ", booted as " + machine.name);
        machine.state = "Running";
        return Document.of("virtualmachine", Shapes.machine(machine));
    }

    @Override
    public void abandon(State state, Job job) {
        state.machine(job.instanceId).ifPresent(machine -> machine.state = "Stopped");
    }
}
