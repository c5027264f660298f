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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a look at the state. */
public final class Looking {

    private static final String NOBODY = "";

    private final State state;
    private final Map<String, List<Machine>> machines;
    private final Map<String, List<Volume>> volumes;
    private final Map<String, List<Snapshot>> snapshots;

    private Looking(State state) {
        this.state = state;
        this.machines = byVm(state.machines, machine -> machine.id);
        this.volumes = byVm(state.volumes, volume -> volume.id);
        this.snapshots = byVm(state.snapshots, snapshot -> snapshot.id);
    }

    public static Look at(State state) {
        return new Looking(state).look();
    }

    /** By name of the source VM; under no name what belongs to none. */
    private <T> Map<String, List<T>> byVm(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.groupingBy(thing -> state.sourceVmOf(id.apply(thing))
                .orElse(NOBODY)));
    }

    private Look look() {
        Map<String, Site> sites = new LinkedHashMap<>();
        for (LabVm vm : Fleet.with(state.loadVms)) {
            sites.put(vm.name(), site(vm.name()));
        }
        return new Look(sites, strangers());
    }

    private Site site(String vm) {
        Map<Boolean, List<Disk>> disks = of(vm, volumes)
                .collect(Collectors.partitioningBy(
                        volume -> volume.sourceVm != null, Collectors.mapping(this::disk, Collectors.toList())));
        return new Site(
                vm,
                state.sourcePower.getOrDefault(vm, "poweredOn"),
                of(vm, machines).map(Looking::guest).toList(),
                disks.get(true),
                disks.get(false),
                of(vm, snapshots).map(this::shot).toList());
    }

    private static <T> Stream<T> of(String vm, Map<String, List<T>> things) {
        return things.getOrDefault(vm, List.of()).stream();
    }

    private List<String> strangers() {
        Stream<String> strangeMachines = of(NOBODY, machines)
                .filter(machine -> !machine.id.equals(Destination.APPLIANCE_VM_ID))
                .map(machine -> "VM " + machine.name);
        Stream<String> strangeVolumes = of(NOBODY, volumes)
                .filter(volume -> !volume.attachedTo(Destination.APPLIANCE_VM_ID))
                .map(volume -> "volume " + volume.name);
        Stream<String> strangeSnapshots = of(NOBODY, snapshots).map(snapshot -> "snapshot " + snapshot.name);
        return Stream.of(strangeMachines, strangeVolumes, strangeSnapshots)
                .flatMap(text -> text)
                .toList();
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
