package io.clearover.lab.cloudstack;

import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.Snapshot;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.time.Instant;
import java.util.UUID;

/** What other people do at the destination. */
public final class Strangers {

    private Strangers() {}

    /**
     * Makes a VM of their own, which runs.
     *
     * @return its id
     */
    public static String makeVm(State state, String name, Instant now) {
        Machine machine = new Machine();
        machine.id = UUID.randomUUID().toString();
        machine.number = ++state.lastNumber;
        machine.name = name;
        machine.displayName = name;
        machine.state = "Running";
        machine.cpus = 1;
        machine.memoryMb = 1024;
        machine.createdAt = now.toEpochMilli();
        Nics.add(machine, LabNetwork.PRODUCTION.id());
        state.machines.add(machine);
        state.volumes.add(DeployMachine.root(machine, 1, machine.createdAt));
        return machine.id;
    }

    /** Takes a volume off its VM and attaches it to another, as its second disk. */
    public static Volume move(State state, String volumeId, String machineId) {
        Volume volume = state.volume(volumeId).orElseThrow();
        volume.attachedTo = machineId;
        volume.deviceId = 1;
        return volume;
    }

    /** Takes a snapshot of a volume, which comes no further than to that state. */
    public static Snapshot snapshot(State state, String volumeId, String name, String reached, Instant now) {
        Snapshot snapshot = new Snapshot();
        snapshot.id = UUID.randomUUID().toString();
        snapshot.name = name;
        snapshot.volumeId = volumeId;
        snapshot.state = reached;
        snapshot.createdAt = now.toEpochMilli();
        state.snapshots.add(snapshot);
        return snapshot;
    }

    /** Gives a VM another display name. */
    public static Machine rename(State state, String machineId, String displayName) {
        Machine machine = state.machine(machineId).orElseThrow();
        machine.displayName = displayName;
        return machine;
    }
}
