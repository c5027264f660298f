package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Snapshot;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;

/**
 * {@code deleteSnapshot}. While it is under way the snapshot looks as before, as in CloudStack, which changes its state in the
 * same transaction that ends the work; so it may be asked for again, and then finds nothing left to do.
 */
final class DeleteSnapshot implements AsyncCommand {

    @Override
    public Work begin(Request request) {
        Snapshot snapshot = request.snapshot("id");
        if (!snapshot.state.equals("BackedUp")) {
            throw ApiError.invalid(
                    "Can't delete snapshot %s due to it is in %s status".formatted(snapshot.id, snapshot.state));
        }
        String sourceVm = request.state()
                .volume(snapshot.volumeId)
                .map((Volume volume) -> volume.sourceVm)
                .orElse(null);
        return Work.onSnapshot(snapshot.id, sourceVm, 0.3);
    }

    @Override
    public boolean isDone(State state, Job job) {
        return state.snapshot(job.instanceId).isEmpty();
    }

    @Override
    public Document finish(State state, Job job) {
        state.snapshot(job.instanceId).ifPresent(state::remove);
        return Document.of("success", true);
    }
}
