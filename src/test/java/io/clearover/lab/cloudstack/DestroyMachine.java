package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.util.List;
import java.util.Map;

/**
 * {@code destroyVirtualMachine}. Expunged, the VM takes its root volume with it, whoever's disk that is; its data disks
 * are only detached.
 */
final class DestroyMachine implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Machine machine = request.machine("id");
        if (machine.id.equals(Destination.APPLIANCE_VM_ID)) {
            throw ApiError.invalid("Vm delete protection is enabled for VM " + machine.id);
        }
        boolean expunge = request.flag("expunge", false);
        Map<String, String> arguments = Map.of("expunge", Boolean.toString(expunge), "before", machine.state);
        machine.state = expunge ? "Expunging" : "Stopping";
        String sourceVm = Fleet.behind(machine.name).map(LabVm::name).orElse(null);
        return Work.onMachine(machine.id, sourceVm, 0.6, arguments);
    }

    @Override
    public Document finish(State state, Job job) {
        Machine machine = state.machine(job.instanceId)
                .orElseThrow(() -> ApiError.failed("Failed to destroy vm with specified vmId " + job.instanceId));
        if (job.arguments.get("expunge").equals("true")) {
            expunge(state, machine);
        } else {
            machine.state = "Destroyed";
        }
        return Document.of("virtualmachine", Shapes.machine(machine));
    }

    private static void expunge(State state, Machine machine) {
        List<Volume> volumes = state.volumesOf(machine.id).toList();
        for (Volume volume : volumes) {
            if (volume.type.equals("ROOT")) {
                state.remove(volume);
            } else {
                volume.attachedTo = null;
                volume.deviceId = null;
            }
        }
        state.remove(machine);
    }

    @Override
    public void abandon(State state, Job job) {
        state.machine(job.instanceId).ifPresent(machine -> machine.state = job.arguments.get("before"));
    }
}
