package io.clearover.lab.state;

import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.site.LabVm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The state that the lab begins with: the appliance's VM with a replicated volume for each disk of the source VMs. */
final class InitialState {

    private static final long GB = 1024L * 1024 * 1024;
    private static final Duration AGE = Duration.ofDays(60);

    private final long createdAt;
    private final State state;

    private InitialState(State state, Instant now) {
        this.state = state;
        this.createdAt = now.minus(AGE).toEpochMilli();
    }

    static State at(Instant now) {
        return new InitialState(new State(), now).build();
    }

    /** Adds VMs for load tests until there are so many, replicated as the others. */
    static void grow(State state, int loadVms, Instant now) {
        List<LabVm> all = Fleet.with(loadVms);
        int known = Fleet.VMS.size() + state.loadVms;
        if (all.size() > known) {
            all.subList(known, all.size()).forEach(new InitialState(state, now)::add);
            state.loadVms = loadVms;
        }
    }

    private State build() {
        state.lastNumber = 411;
        state.machines.add(appliance());
        state.volumes.add(applianceRoot());
        Fleet.VMS.forEach(this::add);
        return state;
    }

    private void add(LabVm vm) {
        vm.disks().forEach(disk -> state.volumes.add(copyOf(disk)));
        state.changeIds.put(vm.name(), ChangeId.initial(vm.name()));
    }

    private Machine appliance() {
        Machine machine = new Machine();
        machine.id = Destination.APPLIANCE_VM_ID;
        machine.number = 20;
        machine.name = Destination.APPLIANCE_VM_NAME;
        machine.displayName = machine.name;
        machine.state = "Running";
        machine.cpus = 4;
        machine.memoryMb = 16384;
        machine.createdAt = createdAt;
        machine.nics.add(applianceNic());
        return machine;
    }

    private static Nic applianceNic() {
        Nic nic = new Nic();
        nic.id = named("nic of the appliance");
        nic.networkId = LabNetwork.PRODUCTION.id();
        nic.macAddress = "02:01:00:cc:00:01";
        nic.ipAddress = LabNetwork.PRODUCTION.subnet() + ".5";
        nic.primary = true;
        return nic;
    }

    private Volume applianceRoot() {
        Volume volume = volume(named("root of the appliance"), "ROOT-20", "ROOT", 50 * GB, 0);
        volume.content = "appliance";
        return volume;
    }

    private Volume copyOf(LabDisk disk) {
        Volume volume = volume(disk.volumeId(), disk.volumeName(), "DATADISK", disk.bytes(), disk.deviceId());
        volume.sourceVm = disk.vmName();
        volume.content = "replicated " + ChangeId.initial(disk.vmName());
        return volume;
    }

    private Volume volume(String id, String name, String type, long bytes, int deviceId) {
        Volume volume = new Volume();
        volume.id = id;
        volume.name = name;
        volume.type = type;
        volume.state = "Ready";
        volume.bytes = bytes;
        volume.attachedTo = Destination.APPLIANCE_VM_ID;
        volume.deviceId = deviceId;
        volume.createdAt = createdAt;
        return volume;
    }

    private static String named(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
