package io.clearover.lab.watch;

import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.Snapshot;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes a look at the state. */
public final class Looking {

    private final State state;

    private Looking(State state) {
        this.state = state;
    }

    public static Look at(State state) {
        return new Looking(state).look();
    }

    private Look look() {
        Map<String, Site> sites = new LinkedHashMap<>();
        for (LabVm vm : Fleet.VMS) {
            sites.put(vm.name(), site(vm.name()));
        }
        return new Look(sites, strangers());
    }

    private Site site(String vm) {
        return new Site(
                vm,
                state.sourcePower.getOrDefault(vm, "poweredOn"),
                state.machines.stream()
                        .filter(machine -> belongs(vm, machine.id))
                        .map(Looking::guest)
                        .toList(),
                state.volumes.stream()
                        .filter(volume -> vm.equals(volume.sourceVm))
                        .map(this::disk)
                        .toList(),
                state.volumes.stream()
                        .filter(volume -> volume.sourceVm == null && vm.equals(volume.madeFor))
                        .map(this::disk)
                        .toList(),
                state.snapshots.stream()
                        .filter(snapshot -> belongs(vm, snapshot.id))
                        .map(this::shot)
                        .toList());
    }

    private boolean belongs(String vm, String id) {
        return state.sourceVmOf(id).filter(vm::equals).isPresent();
    }

    private List<String> strangers() {
        Stream<String> machines = state.machines.stream()
                .filter(machine -> !machine.id.equals(Destination.APPLIANCE_VM_ID) && isStrange(machine.id))
                .map(machine -> "VM " + machine.name);
        Stream<String> volumes = state.volumes.stream()
                .filter(volume -> !volume.attachedTo(Destination.APPLIANCE_VM_ID) && isStrange(volume.id))
                .map(volume -> "volume " + volume.name);
        Stream<String> snapshots = state.snapshots.stream()
                .filter(snapshot -> isStrange(snapshot.id))
                .map(snapshot -> "snapshot " + snapshot.name);
        return Stream.of(machines, volumes, snapshots).flatMap(text -> text).toList();
    }

    private boolean isStrange(String id) {
        return state.sourceVmOf(id).isEmpty();
    }

    private static Guest guest(Machine machine) {
        List<String> networks = machine.nics.stream()
                .map(nic -> LabNetwork.ALL.stream()
                        .filter(network -> network.id().equals(nic.networkId))
                        .map(LabNetwork::name)
                        .findFirst()
                        .orElse(nic.networkId))
                .toList();
        return new Guest(machine.id, machine.name, machine.state, networks);
    }

    private Disk disk(Volume volume) {
        String machine = Optional.ofNullable(volume.attachedTo)
                .map(id -> state.machine(id).map(found -> found.name).orElse(id))
                .orElse(null);
        boolean clean = !volume.converted && volume.content.matches("replicated [^,]*");
        return new Disk(volume.id, volume.name, volume.state, machine, volume.deviceId, clean);
    }

    private Shot shot(Snapshot snapshot) {
        String volume = state.volume(snapshot.volumeId).map(found -> found.name).orElse(snapshot.volumeId);
        return new Shot(snapshot.id, snapshot.name, volume, snapshot.state);
    }
}
