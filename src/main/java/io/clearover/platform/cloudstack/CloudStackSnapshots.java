package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.Snapshot;
import io.clearover.platform.http.JsonFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The destination's snapshots of volumes. */
final class CloudStackSnapshots {

    private static final String ERROR = "Error";
    private static final Set<String> REMOVED = Set.of("Destroying", "Destroyed");

    private final CloudStackClient client;
    private final CloudStackVolumes volumes;

    CloudStackSnapshots(CloudStackClient client, CloudStackVolumes volumes) {
        this.client = client;
        this.volumes = volumes;
    }

    /** The one that has this name already, or a new one. */
    String create(String volumeId, String name) {
        return named(volumeId, name)
                .orElseGet(
                        () -> client.once("createSnapshot", () -> make(volumeId, name), () -> named(volumeId, name)));
    }

    private Optional<String> named(String volumeId, String name) {
        return of(volumeId).stream()
                .filter(snapshot -> snapshot.name().equals(name))
                .filter(snapshot -> snapshot.complete() || underWay(snapshot))
                .findFirst()
                .flatMap(snapshot -> settled(snapshot.id()))
                .filter(Snapshot::complete)
                .map(Snapshot::id);
    }

    private String make(String volumeId, String name) {
        deleteFailed(volumeId, name);
        JsonFields result =
                client.run("createSnapshot", Map.of("volumeid", volumeId, "name", name, "quiescevm", "false"));
        String id = result.object("snapshot").text("id");
        if (id.isEmpty()) {
            throw new PlatformException(
                    "CloudStack createSnapshot job for volume %s ended without a snapshot".formatted(volumeId));
        }
        Optional<Snapshot> snapshot = settled(id);
        if (snapshot.filter(Snapshot::complete).isEmpty()) {
            throw new PlatformException("CloudStack snapshot %s failed: state %s"
                    .formatted(id, snapshot.map(Snapshot::state).orElse("unknown, it is gone")));
        }
        return id;
    }

    private void deleteFailed(String volumeId, String name) {
        of(volumeId).stream()
                .filter(snapshot -> snapshot.name().equals(name) && ERROR.equalsIgnoreCase(snapshot.state()))
                .forEach(failed -> delete(failed.id()));
    }

    /** The job may end before the copy to secondary storage does, and only then can it be reverted to. */
    private Optional<Snapshot> settled(String id) {
        return client.pollPolicy()
                .settled("backup of CloudStack snapshot " + id, () -> find(id), CloudStackSnapshots::underWay);
    }

    private static boolean underWay(Snapshot snapshot) {
        return !snapshot.complete() && !ERROR.equalsIgnoreCase(snapshot.state()) && !REMOVED.contains(snapshot.state());
    }

    List<Snapshot> of(String volumeId) {
        return list(Map.of("volumeid", volumeId, "listall", "true"));
    }

    /**
     * Done again when its answer is lost: that does no harm. But not while one is under way, be it that of a server which
     * died.
     */
    void revert(String snapshotId) {
        awaitVolume(snapshotId);
        client.once("revertSnapshot", Map.of("id", snapshotId), () -> {
            awaitVolume(snapshotId);
            return false;
        });
    }

    private void awaitVolume(String snapshotId) {
        find(snapshotId).ifPresent(snapshot -> volumes.settled(snapshot.volumeId()));
    }

    void delete(String snapshotId) {
        client.once("deleteSnapshot", Map.of("id", snapshotId), () -> removed(snapshotId));
    }

    private boolean removed(String id) {
        return client.pollPolicy()
                .settled("removal of CloudStack snapshot " + id, () -> find(id), snapshot -> snapshot.state()
                        .equals("Destroying"))
                .filter(snapshot -> !REMOVED.contains(snapshot.state()))
                .isEmpty();
    }

    private Optional<Snapshot> find(String id) {
        return list(Map.of("id", id, "listall", "true")).stream().findFirst();
    }

    private List<Snapshot> list(Map<String, String> arguments) {
        return client.list("listSnapshots", "snapshot", arguments).stream()
                .map(CloudStackSnapshots::snapshot)
                .toList();
    }

    private static Snapshot snapshot(JsonFields fields) {
        return new Snapshot(fields.text("id"), fields.text("name"), fields.text("volumeid"), fields.text("state"));
    }
}
