package io.clearover.lab.state;

import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that changes in the lab. Not thread safe: {@link Store} lets one in at a time. */
public class State {

    /** So much of what is past is remembered: a program asks for what it has just removed, not for what is long gone. */
    private static final int KEPT = 300;

    /** CloudStack's number of the last VM. */
    public long lastNumber;

    /** How many VMs for load tests there are. */
    public int loadVms;

    public List<Machine> machines = new ArrayList<>();
    public List<Volume> volumes = new ArrayList<>();
    public List<Snapshot> snapshots = new ArrayList<>();
    public List<Job> jobs = new ArrayList<>();
    public List<Sync> syncs = new ArrayList<>();
    /** Ids of what was deleted: the platform still knows them as such. */
    public List<String> removed = new ArrayList<>();
    /** Name of the source VM that something deleted was made for, by its id. */
    public Map<String, String> removedFrom = new HashMap<>();
    /** Power state of a source VM by its name; absent means powered on. */
    public Map<String, String> sourcePower = new HashMap<>();
    /** When a source VM will be off whose guest is shutting down, in milliseconds, by its name. */
    public Map<String, Long> sourceOffAt = new HashMap<>();
    /** How much room the destination has left. */
    public Room room = new Room();
    /** Last change id of a source VM by its name. */
    public Map<String, String> changeIds = new HashMap<>();

    public Optional<Machine> machine(String id) {
        return machines.stream().filter(machine -> machine.id.equals(id)).findFirst();
    }

    public Optional<Volume> volume(String id) {
        return volumes.stream().filter(volume -> volume.id.equals(id)).findFirst();
    }

    public Optional<Snapshot> snapshot(String id) {
        return snapshots.stream().filter(snapshot -> snapshot.id.equals(id)).findFirst();
    }

    public Optional<Job> job(String id) {
        return jobs.stream().filter(job -> job.id.equals(id)).findFirst();
    }

    public Optional<Sync> sync(String jobId) {
        return syncs.stream().filter(sync -> sync.jobId.equals(jobId)).findFirst();
    }

    /** The volumes attached to a VM. */
    public Stream<Volume> volumesOf(String machineId) {
        return volumes.stream().filter(volume -> volume.attachedTo(machineId));
    }

    /** Name of the source VM that a VM, volume, snapshot or job was made for; also when it was deleted since. */
    public Optional<String> sourceVmOf(String id) {
        return volume(id)
                .map(Volume::vmName)
                .or(() -> machine(id)
                        .flatMap(machine -> Fleet.behind(machine.name))
                        .map(LabVm::name))
                .or(() -> snapshot(id).flatMap(snapshot -> sourceVmOf(snapshot.volumeId)))
                .or(() -> Optional.ofNullable(removedFrom.get(id)))
                .or(() -> job(id).map(job -> job.sourceVm));
    }

    public void remove(Machine machine) {
        forget(machine.id);
        machines.remove(machine);
    }

    public void remove(Volume volume) {
        forget(volume.id);
        volumes.remove(volume);
    }

    public void remove(Snapshot snapshot) {
        forget(snapshot.id);
        snapshots.remove(snapshot);
    }

    private void forget(String id) {
        sourceVmOf(id).ifPresent(vm -> removedFrom.put(id, vm));
        removed.add(id);
        if (removed.size() > KEPT) {
            removedFrom.remove(removed.remove(0));
        }
    }
}
