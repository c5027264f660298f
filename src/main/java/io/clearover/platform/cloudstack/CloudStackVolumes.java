package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.Volume;
import io.clearover.platform.http.JsonFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The destination's volumes, and which VM they are attached to. */
final class CloudStackVolumes {

    private static final Set<String> PASSING = Set.of(
            "Creating", "Attaching", "Detaching", "Migrating", "Snapshotting", "RevertSnapshotting", "Expunging");
    private static final String EXPUNGED = "Expunged";

    private final CloudStackClient client;

    CloudStackVolumes(CloudStackClient client) {
        this.client = client;
    }

    List<Volume> of(String vmId) {
        return list(Map.of("virtualmachineid", vmId, "listall", "true"));
    }

    Optional<Volume> find(String volumeId) {
        return list(Map.of("id", volumeId, "listall", "true")).stream().findFirst();
    }

    void detach(String volumeId) {
        client.once("detachVolume", Map.of("id", volumeId), () -> settled(volumeId)
                .filter(Volume::detached)
                .isPresent());
    }

    Volume attach(String volumeId, String vmId, OptionalInt deviceId) {
        Map<String, String> arguments = new HashMap<>(Map.of("id", volumeId, "virtualmachineid", vmId));
        deviceId.ifPresent(position -> arguments.put("deviceid", Integer.toString(position)));
        return client.once("attachVolume", () -> attached(volumeId, arguments), () -> settled(volumeId)
                .filter(volume -> volume.isAttachedTo(vmId)));
    }

    private Volume attached(String volumeId, Map<String, String> arguments) {
        client.run("attachVolume", arguments);
        // Asked for afresh: what the job's result holds of the volume differs between CloudStack's versions.
        return find(volumeId)
                .orElseThrow(() -> new PlatformException(
                        "CloudStack volume %s is gone after it was attached".formatted(volumeId)));
    }

    void delete(String volumeId) {
        client.once("deleteVolume", () -> deleted(volumeId), () -> gone(volumeId));
    }

    /** Unlike nearly all others, this command is done when it answers. */
    private String deleted(String volumeId) {
        JsonFields answer = client.call("deleteVolume", Map.of("id", volumeId));
        if (!answer.is("success")) {
            String message = "CloudStack did not delete volume %s: %s".formatted(volumeId, answer.text("displaytext"));
            throw answer.has("success") ? new PlatformException(message) : new UnansweredException(message);
        }
        return volumeId;
    }

    private Optional<String> gone(String volumeId) {
        boolean there = settled(volumeId)
                .filter(volume -> !volume.state().equals(EXPUNGED))
                .isPresent();
        return there ? Optional.empty() : Optional.of(volumeId);
    }

    /** The volume when nothing is done to it any more. */
    Optional<Volume> settled(String volumeId) {
        return client.pollPolicy()
                .settled(
                        "work on CloudStack volume " + volumeId,
                        () -> find(volumeId),
                        volume -> PASSING.contains(volume.state()));
    }

    private List<Volume> list(Map<String, String> arguments) {
        return client.list("listVolumes", "volume", arguments).stream()
                .map(CloudStackVolumes::volume)
                .toList();
    }

    private static Volume volume(JsonFields fields) {
        String vmId = fields.has("virtualmachineid") ? fields.text("virtualmachineid") : null;
        Integer deviceId = vmId == null
                ? null
                : fields.number("deviceid").map(Number::intValue).orElse(null);
        return new Volume(
                fields.text("id"), fields.text("name"), fields.text("type"), fields.text("state"), vmId, deviceId);
    }
}
