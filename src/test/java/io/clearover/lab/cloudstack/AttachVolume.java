package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Devices;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code attachVolume}: at the device asked for (0 makes it the root volume), or at the next free one. */
final class AttachVolume implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Volume volume = request.volume("id");
        Machine machine = request.machine("virtualmachineid");
        Optional<Integer> device = request.number("deviceid");
        check(request.state(), volume, machine, device);
        if (!volume.state.equals("Ready")) {
            throw ApiError.invalid("Volume state must be in Allocated, Ready or in Uploaded state");
        }
        volume.state = "Attaching";
        Map<String, String> arguments = Map.of(
                "virtualmachineid",
                machine.id,
                "deviceid",
                device.map(String::valueOf).orElse(""));
        return Work.onVolume(volume.id, volume.sourceVm, 0.4, arguments);
    }

    private static void check(State state, Volume volume, Machine machine, Optional<Integer> device) {
        if (volume.attachedTo != null) {
            throw ApiError.invalid("Please specify a volume that is not attached to any VM: volume is attached to "
                    + volume.attachedTo);
        }
        if (!machine.in("Running", "Stopped")) {
            throw ApiError.invalid("Please specify a VM that is either running or stopped.");
        }
        checkInUse(state, volume, machine);
        device.ifPresent(wanted -> checkDevice(state, machine, wanted));
    }

    private static void checkInUse(State state, Volume volume, Machine machine) {
        if (HeldVolumes.isHeld(state, volume) && !machine.id.equals(Destination.APPLIANCE_VM_ID)) {
            throw ApiError.invalid("Failed to attach volume %s to VM %s: volume is attached (lock held by kvm-host-01)"
                    .formatted(volume.name, machine.name));
        }
    }

    private static void checkDevice(State state, Machine machine, int wanted) {
        if (!Devices.valid(wanted)) {
            throw ApiError.invalid("deviceId should be 0,1,2,4-" + Devices.LAST);
        }
        if (wanted == 0 && !machine.in("Stopped")) {
            throw ApiError.invalid("Root volume attach can happen only when vm is in states: Stopped or Destroyed");
        }
        if (taken(state, machine).contains(wanted)) {
            throw ApiError.invalid(
                    wanted == 0
                            ? "Vm already has root volume attached to it"
                            : "deviceId %d is used by vm %s".formatted(wanted, machine.id));
        }
    }

    @Override
    public String thing(State state, Job job) {
        return "%s to %s".formatted(job.instanceId, job.arguments.get("virtualmachineid"));
    }

    @Override
    public Document finish(State state, Job job) {
        Volume volume = state.volume(job.instanceId)
                .orElseThrow(() -> ApiError.failed("Failed to attach volume " + job.instanceId));
        Machine machine = state.machine(job.arguments.get("virtualmachineid"))
                .orElseThrow(
                        () -> ApiError.failed("Failed to attach volume %s: the VM is gone".formatted(volume.name)));
        Optional<Integer> wanted = Optional.of(job.arguments.get("deviceid"))
                .filter(id -> !id.isEmpty())
                .map(Integer::valueOf);
        check(state, volume, machine, wanted);
        int device = wanted.or(() -> Devices.free(taken(state, machine)))
                .orElseThrow(() -> ApiError.failed("The maximum number of data disks is attached to " + machine.name));
        volume.attachedTo = machine.id;
        volume.deviceId = device;
        volume.type = device == 0 ? "ROOT" : "DATADISK";
        volume.state = "Ready";
        return Document.of("volume", Shapes.volume(state, volume));
    }

    @Override
    public void abandon(State state, Job job) {
        state.volume(job.instanceId).ifPresent(volume -> volume.state = "Ready");
    }

    private static Set<Integer> taken(State state, Machine machine) {
        return state.volumesOf(machine.id).map(volume -> volume.deviceId).collect(Collectors.toSet());
    }
}
