package io.clearover.lab.appliance;

import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Devices;
import io.clearover.lab.state.Due;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The block devices of the appliance. A disk gets the lowest free name when it comes and keeps it while it is there, whatever
 * CloudStack's device id; a folder like {@code /dev/disk/by-id} links each disk's serial to its name, as udev does. The devices
 * themselves don't exist.
 */
public final class BlockDevices implements Due {

    private static final int SERIAL_LENGTH = 20;

    private final Path folder;
    private volatile boolean shown;
    private volatile boolean hidden;

    /** @param folder for the links; made when it is not there */
    public BlockDevices(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public Path folder() {
        return folder;
    }

    /** Whether the next look finds no links at all, as at an appliance whose disks have no serials. */
    public void hide(boolean hide) {
        hidden = hide;
        shown = false;
    }

    /** The serial of a volume's disk, as CloudStack gives it on KVM. */
    public static String serial(String volumeId) {
        return volumeId.replace("-", "").substring(0, SERIAL_LENGTH);
    }

    @Override
    public boolean settle(State state, Instant now) {
        List<Volume> gone = state.volumes.stream()
                .filter(volume -> volume.device != null && !volume.attachedTo(Destination.APPLIANCE_VM_ID))
                .toList();
        gone.forEach(volume -> volume.device = null);
        List<Volume> come = state.volumesOf(Destination.APPLIANCE_VM_ID)
                .filter(volume -> volume.device == null)
                .sorted(Comparator.comparing(volume -> volume.deviceId))
                .toList();
        come.forEach(volume -> volume.device = free(state));
        boolean changed = !gone.isEmpty() || !come.isEmpty();
        if (changed || !shown) {
            shown = true;
            show(state);
        }
        return changed;
    }

    private static String free(State state) {
        Set<String> taken = state.volumes.stream()
                .map(volume -> volume.device)
                .filter(device -> device != null)
                .collect(Collectors.toSet());
        return Stream.iterate(0, place -> place + 1)
                .map(Devices::path)
                .filter(path -> !taken.contains(path))
                .findFirst()
                .orElseThrow();
    }

    private void show(State state) {
        Map<Path, Path> links = state.volumesOf(Destination.APPLIANCE_VM_ID)
                .filter(volume -> !hidden)
                .collect(Collectors.toMap(
                        volume -> folder.resolve("virtio-" + serial(volume.id)), volume -> Path.of(volume.device)));
        try (Stream<Path> there = Files.list(Files.createDirectories(folder))) {
            for (Path link : there.toList()) {
                if (!Files.readSymbolicLink(link).equals(links.get(link))) {
                    Files.delete(link);
                }
            }
            for (Map.Entry<Path, Path> link : links.entrySet()) {
                if (!Files.isSymbolicLink(link.getKey())) {
                    Files.createSymbolicLink(link.getKey(), link.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("showing the appliance's block devices in " + folder, e);
        }
    }
}
