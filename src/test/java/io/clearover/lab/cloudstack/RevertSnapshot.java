package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.Snapshot;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.util.Map;
import java.util.Optional;

/** {@code revertSnapshot}: puts back what was on the volume; refused while a running VM holds the volume. */
final class RevertSnapshot implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Snapshot snapshot = request.snapshot("id");
        Volume volume = volumeOf(request.state(), snapshot);
        if (!snapshot.state.equals("BackedUp")) {
            throw ApiError.invalid("Snapshot should be in BackedUp state in order to be reverted, but it is in state "
                    + snapshot.state);
        }
        if (!volume.state.equals("Ready")) {
            throw ApiError.invalid("The volume is not in Ready state.");
        }
        checkDown(request.state(), volume);
        volume.state = "RevertSnapshotting";
        return Work.onSnapshot(snapshot.id, volume.sourceVm, 0.8, Map.of("volumeid", volume.id));
    }

    private static void checkDown(State state, Volume volume) {
        Optional<Machine> machine = Optional.ofNullable(volume.attachedTo).flatMap(state::machine);
        if (machine.isPresent() && !machine.get().in("Stopped")) {
            throw ApiError.invalid("The VM the specified disk is attached to is not in the shutdown state.");
        }
    }

    @Override
    public Document finish(State state, Job job) {
        Snapshot snapshot = state.snapshot(job.instanceId)
                .orElseThrow(() -> ApiError.failed("Failed to revert snapshot: it was removed meanwhile"));
        Volume volume = volumeOf(state, snapshot);
        checkDown(state, volume);
        volume.content = snapshot.content;
        volume.converted = snapshot.converted;
        volume.state = "Ready";
        return Document.of("snapshot", Shapes.snapshot(state, snapshot));
    }

    @Override
    public void abandon(State state, Job job) {
        state.volume(job.arguments.get("volumeid")).ifPresent(volume -> volume.state = "Ready");
    }

    private static Volume volumeOf(State state, Snapshot snapshot) {
        return state.volume(snapshot.volumeId)
                .orElseThrow(() -> ApiError.invalid("Unable to find the volume of snapshot " + snapshot.id));
    }
}
