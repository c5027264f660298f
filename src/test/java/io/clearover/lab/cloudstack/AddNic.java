package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.State;
import java.util.Map;

/** {@code addNicToVirtualMachine}: one card a network. */
final class AddNic implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Machine machine = request.machine("virtualmachineid");
        String networkId = request.required("networkid");
        if (LabNetwork.ALL.stream().noneMatch(network -> network.id().equals(networkId))) {
            throw ApiError.unknownEntity(request.command(), "networkid", networkId);
        }
        if (!machine.in("Running", "Stopped")) {
            throw ApiError.invalid(
                    "VM instance %s is not in state to add a nic: %s".formatted(machine.instanceName(), machine.state));
        }
        checkNew(machine, networkId);
        String sourceVm = Fleet.behind(machine.name).map(LabVm::name).orElse(null);
        return Work.onMachine(machine.id, sourceVm, 0.4, Map.of("networkid", networkId));
    }

    private static void checkNew(Machine machine, String networkId) {
        if (machine.nics.stream().anyMatch(nic -> nic.networkId.equals(networkId))) {
            throw ApiError.failed(
                    "A NIC already exists for VM:%s in network: %s".formatted(machine.instanceName(), networkId));
        }
    }

    @Override
    public String thing(State state, Job job) {
        return "%s in %s".formatted(job.instanceId, job.arguments.get("networkid"));
    }

    @Override
    public Document finish(State state, Job job) {
        Machine machine = state.machine(job.instanceId)
                .orElseThrow(() -> ApiError.failed("Unable to add NIC to VM " + job.instanceId));
        checkNew(machine, job.arguments.get("networkid"));
        Nics.add(machine, job.arguments.get("networkid"));
        return Document.of("virtualmachine", Shapes.machine(machine));
    }
}
