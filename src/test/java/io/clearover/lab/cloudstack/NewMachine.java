package io.clearover.lab.cloudstack;

import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.state.Machine;
import java.util.List;
import java.util.UUID;

/** Makes a VM from what a request asks for. */
final class NewMachine {

    private static final String NAME = "[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]|[A-Za-z]";

    private final Request request;

    NewMachine(Request request) {
        this.request = request;
    }

    /** The VM, not yet part of the state; refused when its name or a network is not possible. */
    Machine create() {
        List<String> networkIds = List.of(request.required("networkids").split(","));
        String id = UUID.randomUUID().toString();
        String name = request.optional("name").orElse("VM-" + id);
        checkNetworks(networkIds);
        checkName(name);
        Machine machine = new Machine();
        machine.id = id;
        machine.name = name;
        machine.displayName = request.optional("displayname").orElse(name);
        machine.state = "Starting";
        machine.cpus = request.number("details[0].cpuNumber").orElseThrow(() -> missing("cpuNumber"));
        machine.memoryMb = request.number("details[0].memory").orElseThrow(() -> missing("memory"));
        machine.createdAt = request.now().toEpochMilli();
        machine.number = ++request.state().lastNumber;
        networkIds.forEach(networkId -> Nics.add(machine, networkId));
        return machine;
    }

    /** The offering is a custom one: sizes must be given. */
    private static ApiError missing(String detail) {
        return ApiError.invalid("Need to specify custom parameter values cpu, cpu speed and memory when using custom "
                + "offering: " + detail + " is missing");
    }

    private void checkNetworks(List<String> networkIds) {
        for (String id : networkIds) {
            if (LabNetwork.ALL.stream().noneMatch(network -> network.id().equals(id))) {
                throw ApiError.unknownEntity(request.command(), "networkids", id);
            }
        }
    }

    private void checkName(String name) {
        if (!name.matches(NAME)) {
            throw ApiError.invalid("Invalid name. Vm name can contain ASCII letters 'a' through 'z', the digits '0' "
                    + "through '9', and the hyphen ('-'), must be between 1 and 63 characters long, and can't start or "
                    + "end with \"-\" and can't start with digit");
        }
        if (request.state().machines.stream().anyMatch(machine -> machine.name.equalsIgnoreCase(name))) {
            throw ApiError.invalid(
                    "The vm with hostName %s already exists in the network domain: cs2cloud.internal".formatted(name));
        }
    }
}
