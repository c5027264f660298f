package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Snapshot;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.util.UUID;

/** {@code createSnapshot}: what is on the volume when it is asked for is kept, however long the backup takes. */
final class CreateSnapshot implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Volume volume = request.volume("volumeid");
        if (!volume.state.equals("Ready")) {
            throw ApiError.invalid("VolumeId: %s is not in Ready state but %s. Cannot take snapshot."
                    .formatted(volume.id, volume.state));
        }
        Resources.checkNewSnapshot(request.state());
        if (request.state().room.oneSnapshotPerVm && isUnderWay(request.state(), volume.attachedTo)) {
            throw ApiError.invalid(
                    "Snapshot could not be taken: there is other active snapshot tasks on the instance to "
                            + "which the volume is attached");
        }
        Snapshot snapshot = snapshotOf(volume, request);
        request.state().snapshots.add(snapshot);
        volume.state = "Snapshotting";
        return Work.onSnapshot(snapshot.id, volume.sourceVm, 0.6).creating();
    }

    private static boolean isUnderWay(State state, String machineId) {
        return machineId != null
                && state.snapshots.stream()
                        .filter(snapshot -> snapshot.state.equals("BackingUp"))
                        .flatMap(snapshot -> state.volume(snapshot.volumeId).stream())
                        .anyMatch(volume -> volume.attachedTo(machineId));
    }

    private static Snapshot snapshotOf(Volume volume, Request request) {
        Snapshot snapshot = new Snapshot();
        snapshot.id = UUID.randomUUID().toString();
        snapshot.name = request.optional("name")
                .orElseGet(() -> volume.name + "_" + request.now().toEpochMilli());
        snapshot.volumeId = volume.id;
        snapshot.state = "BackingUp";
        snapshot.content = volume.content;
        snapshot.converted = volume.converted;
        snapshot.createdAt = request.now().toEpochMilli();
        return snapshot;
    }

    @Override
    public String thing(State state, Job job) {
        return state.snapshot(job.instanceId)
                .map((Snapshot snapshot) -> snapshot.volumeId)
                .orElse(job.instanceId);
    }

    @Override
    public Document finish(State state, Job job) {
        Snapshot snapshot = state.snapshot(job.instanceId)
                .orElseThrow(() -> ApiError.failed("Failed to create snapshot due to an internal error"));
        state.volume(snapshot.volumeId).ifPresent(volume -> volume.state = "Ready");
        snapshot.state = "BackedUp";
        return Document.of("snapshot", Shapes.snapshot(state, snapshot));
    }

    /** A snapshot that was not taken is not there. */
    @Override
    public void abandon(State state, Job job) {
        state.snapshot(job.instanceId).ifPresent(snapshot -> {
            state.volume(snapshot.volumeId).ifPresent(volume -> volume.state = "Ready");
            state.remove(snapshot);
        });
    }
}
