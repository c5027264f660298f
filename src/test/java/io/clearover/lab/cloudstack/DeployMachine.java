package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Behaviour;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code deployVirtualMachine}: a VM with a root volume of the template, and a card in each network. */
final class DeployMachine implements AsyncCommand {

    private static final long GB = 1024L * 1024 * 1024;

    @Override
    public Work begin(Request request) {
        known(request, "zoneid", Destination.ZONE_ID);
        known(request, "serviceofferingid", Destination.SERVICE_OFFERING_ID);
        known(request, "templateid", Destination.TEMPLATE_ID);
        Resources.checkNewMachine(request.state());
        Machine machine = new NewMachine(request).create();
        request.state().machines.add(machine);
        String sourceVm = Fleet.behind(machine.name).map(LabVm::name).orElse(null);
        Map<String, String> arguments = Map.of(
                "startvm", Boolean.toString(request.flag("startvm", true)),
                "rootdisksize", request.number("rootdisksize").orElse(1).toString());
        return Work.onMachine(machine.id, sourceVm, 1.6, arguments).creating();
    }

    private static void known(Request request, String parameter, String id) {
        if (!request.required(parameter).equals(id)) {
            throw ApiError.unknownEntity(request.command(), parameter, request.required(parameter));
        }
    }

    @Override
    public String thing(State state, Job job) {
        return "a VM for " + job.sourceVm;
    }

    @Override
    public Document finish(State state, Job job) {
        Machine machine = state.machine(job.instanceId)
                .orElseThrow(() -> ApiError.failed("Failed to deploy Vm with Id: " + job.instanceId));
        Optional<Behaviour> behaviour = Fleet.behind(machine.name).map(LabVm::behaviour);
        boolean tooLarge = behaviour.filter(Behaviour.NO_CAPACITY::equals).isPresent() && !state.room.largeHost;
        if (tooLarge || !state.room.full.isEmpty()) {
            throw ApiError.noCapacity(
                    "Unable to create a deployment for VM instance {\"id\":%d,\"instanceName\":\"%s\",\"type\":\"User\",\"uuid\":\"%s\"}"
                            .formatted(machine.number, machine.instanceName(), machine.id));
        }
        state.volumes.add(root(machine, Long.parseLong(job.arguments.get("rootdisksize")), job.dueAt));
        machine.state = job.arguments.get("startvm").equals("true") ? "Running" : "Stopped";
        return Document.of("virtualmachine", Shapes.machine(machine));
    }

    /** A VM that found no host stays, in error, until it is destroyed. */
    @Override
    public void abandon(State state, Job job) {
        state.machine(job.instanceId).ifPresent(machine -> machine.state = "Error");
    }

    /** The disk that a VM comes with. */
    static Volume root(Machine machine, long gigabytes, long now) {
        Volume volume = new Volume();
        volume.id = UUID.randomUUID().toString();
        volume.name = "ROOT-" + machine.number;
        volume.type = "ROOT";
        volume.state = "Ready";
        volume.bytes = gigabytes * GB;
        volume.madeFor = Fleet.behind(machine.name).map(LabVm::name).orElse(null);
        volume.attachedTo = machine.id;
        volume.deviceId = 0;
        volume.content = "template";
        volume.createdAt = now;
        return volume;
    }
}
