package io.clearover.lab.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that changes in the lab. Not thread safe: {@link Store} lets one in at a time. */
public class State {

    /** CloudStack's number of the last VM. */
    public long lastNumber;

    public List<Machine> machines = new ArrayList<>();
    public List<Volume> volumes = new ArrayList<>();
    public List<Snapshot> snapshots = new ArrayList<>();
    public List<Job> jobs = new ArrayList<>();
    public List<Sync> syncs = new ArrayList<>();
    /** Ids of what was deleted: the platform still knows them as such. */
    public List<String> removed = new ArrayList<>();
    /** Power state of a source VM by its name; absent means powered on. */
    public Map<String, String> sourcePower = new HashMap<>();
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

    public void remove(Machine machine) {
        machines.remove(machine);
        removed.add(machine.id);
    }

    public void remove(Volume volume) {
        volumes.remove(volume);
        removed.add(volume.id);
    }

    public void remove(Snapshot snapshot) {
        snapshots.remove(snapshot);
        removed.add(snapshot.id);
    }
}
