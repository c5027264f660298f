package io.clearover.operation;

import io.clearover.platform.ApplianceDevices;
import io.clearover.vm.Disk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The block device that drivers are written on. It is that of the volume as the appliance shows it at this moment; what is
 * recorded counts only where the appliance shows none and its administrator has said that the records can be trusted.
 */
@ApplicationScoped
public class DriverTarget {

    private final ApplianceDevices devices;
    private final boolean recordsTrusted;

    DriverTarget() {
        this(null, false);
    }

    @Inject
    public DriverTarget(
            ApplianceDevices devices,
            @ConfigProperty(name = "clearover.appliance.trust-recorded-devices", defaultValue = "false")
                    boolean recordsTrusted) {
        this.devices = devices;
        this.recordsTrusted = recordsTrusted;
    }

    /** The disk's device, such as {@code /dev/vdc}; empty if nobody knows it. */
    public Optional<String> of(Disk disk) {
        return devices.of(disk.volumeId()).or(() -> recorded(disk));
    }

    /** The raw error when nobody knows it. */
    public static String unknown(Disk disk) {
        return "VirtIO driver injection failed: the appliance shows no block device with the serial of volume "
                + disk.volumeId();
    }

    private Optional<String> recorded(Disk disk) {
        return Optional.ofNullable(disk.devicePath()).filter(path -> recordsTrusted && path.startsWith("/dev/"));
    }
}
