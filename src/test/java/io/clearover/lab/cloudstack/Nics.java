package io.clearover.lab.cloudstack;

import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.Nic;
import java.util.UUID;

/** Network cards of VMs. */
final class Nics {

    private Nics() {}

    /** Adds a card in a network; the VM's first is its primary one. */
    static void add(Machine machine, String networkId) {
        LabNetwork network = LabNetwork.ALL.stream()
                .filter(candidate -> candidate.id().equals(networkId))
                .findFirst()
                .orElseThrow(() -> ApiError.failed("Unable to find a network with id " + networkId));
        Nic nic = new Nic();
        nic.id = UUID.randomUUID().toString();
        nic.networkId = networkId;
        nic.macAddress = "02:01:00:%02x:%02x:%02x"
                .formatted(machine.number >> 8 & 0xff, machine.number & 0xff, machine.nics.size() + 1);
        nic.ipAddress = network.subnet() + "." + (10 + machine.number % 240);
        nic.primary = machine.nics.isEmpty();
        machine.nics.add(nic);
    }
}
