package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.util.Map;

/** {@code detachVolume}: a root volume only from a stopped VM; it is a data disk from then on. */
final class DetachVolume implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Volume volume = request.volume("id");
        check(request.state(), volume);
        return Work.onVolume(volume.id, volume.sourceVm, 0.3, Map.of("virtualmachineid", volume.attachedTo));
    }

    private static void check(State state, Volume volume) {
        if (volume.attachedTo == null) {
            throw ApiError.invalid("The specified volume is not attached to a VM.");
        }
        if (!volume.state.equals("Ready")) {
            throw ApiError.invalid(
                    "Volume %s is in state %s and can't be detached".formatted(volume.name, volume.state));
        }
        Machine machine = state.machine(volume.attachedTo).orElseThrow();
        if (!machine.in("Running", "Stopped", "Destroyed")) {
            throw ApiError.invalid("Please specify a VM that is either running or stopped.");
        }
        if (volume.type.equals("ROOT") && !machine.in("Stopped", "Destroyed")) {
            throw ApiError.invalid("Root volume detach can happen only when vm is in states: Stopped or Destroyed");
        }
    }

    @Override
    public String thing(State state, Job job) {
        return "%s from %s".formatted(job.instanceId, job.arguments.get("virtualmachineid"));
    }

    @Override
    public Document finish(State state, Job job) {
        Volume volume = state.volume(job.instanceId)
                .orElseThrow(() -> ApiError.failed("Failed to detach volume " + job.instanceId));
        check(state, volume);
        volume.attachedTo = null;
        volume.deviceId = null;
        volume.type = "DATADISK";
        return Document.of("volume", Shapes.volume(state, volume));
    }
}
