package io.clearover.platform.appliance;

import io.clearover.platform.ApplianceDevices;
import io.clearover.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the links that udev makes to disks by their serials. CloudStack on KVM gives each disk the serial of its volume: the id
 * without hyphens, of which a virtio disk has room for 20 characters.
 */
@ApplicationScoped
public class DeviceLinks implements ApplianceDevices {

    private static final int SERIAL_LENGTH = 20;
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** What udev puts before the serial, by the controller that the appliance has its disks at. */
    private static final List<String> CONTROLLERS = List.of("virtio-", "scsi-0QEMU_QEMU_HARDDISK_");

    private final Path folder;
    private final Duration limit;

    @Inject
    public DeviceLinks(
            @ConfigProperty(name = "clearover.appliance.devices", defaultValue = "/dev/disk/by-id") String folder,
            @ConfigProperty(name = "clearover.appliance.device-timeout", defaultValue = "PT10S") Duration limit) {
        this.folder = Path.of(folder).toAbsolutePath();
        this.limit = limit;
    }

    /** For the client proxy. */
    protected DeviceLinks() {
        this.folder = null;
        this.limit = null;
    }

    @Override
    public Optional<String> of(String volumeId) {
        String id = volumeId.replace("-", "");
        if (!id.matches("[0-9A-Za-z]+")) {
            return Optional.empty();
        }
        String serial = id.substring(0, Math.min(id.length(), SERIAL_LENGTH));
        return CONTROLLERS.stream()
                .map(controller -> device(folder.resolve(controller + serial)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Optional<String> appearing(String volumeId) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<String> device = of(volumeId);
        while (device.isEmpty() && System.nanoTime() - deadline < 0) {
            pause(volumeId);
            device = of(volumeId);
        }
        return device;
    }

    private Optional<String> device(Path link) {
        try {
            return Optional.of(
                    folder.resolve(Files.readSymbolicLink(link)).normalize().toString());
        } catch (IOException notShown) {
            return Optional.empty();
        }
    }

    private static void pause(String volumeId) {
        try {
            Thread.sleep(INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(
                    "interrupted while waiting for the block device of volume %s at the appliance".formatted(volumeId),
                    e);
        }
    }
}
