package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.Snapshot;
import io.clearover.platform.wire.JsonFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The destination's snapshots of volumes. */
final class Snapshots {

    private final CloudStackClient client;

    Snapshots(CloudStackClient client) {
        this.client = client;
    }

    String create(String volumeId, String name) {
        JsonFields result =
                client.run("createSnapshot", Map.of("volumeid", volumeId, "name", name, "quiescevm", "false"));
        String id = result.object("snapshot").text("id");
        if (id.isEmpty()) {
            throw new PlatformException(
                    "CloudStack createSnapshot job for volume %s ended without a snapshot".formatted(volumeId));
        }
        // The job may end before the copy to secondary storage does, and only then can it be reverted to.
        return client.patience()
                .await("backup of CloudStack snapshot " + id, () -> complete(id))
                .id();
    }

    private Optional<Snapshot> complete(String id) {
        Optional<Snapshot> snapshot =
                client.list("listSnapshots", "snapshot", Map.of("id", id, "listall", "true")).stream()
                        .map(Snapshots::snapshot)
                        .findFirst();
        if (snapshot.isEmpty() || "Error".equalsIgnoreCase(snapshot.get().state())) {
            throw new PlatformException("CloudStack snapshot %s failed: state %s"
                    .formatted(id, snapshot.map(Snapshot::state).orElse("unknown, it is gone")));
        }
        return snapshot.filter(Snapshot::complete);
    }

    List<Snapshot> of(String volumeId) {
        return client.list("listSnapshots", "snapshot", Map.of("volumeid", volumeId, "listall", "true")).stream()
                .map(Snapshots::snapshot)
                .toList();
    }

    void revert(String snapshotId) {
        client.run("revertSnapshot", Map.of("id", snapshotId));
    }

    void delete(String snapshotId) {
        client.run("deleteSnapshot", Map.of("id", snapshotId));
    }

    private static Snapshot snapshot(JsonFields fields) {
        return new Snapshot(fields.text("id"), fields.text("name"), fields.text("volumeid"), fields.text("state"));
    }
}
