package io.clearover.lab.site;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A disk of a source VM and its copy at the destination.
 *
 * @param vmName   the VM's name
 * @param index    0 for the system disk, then 1, 2…
 * @param sizeGb   size in GiB
 * @param deviceId where the copy is attached to the appliance at the beginning
 */
public record LabDisk(String vmName, int index, int sizeGb, int deviceId) {

    /** Id at the source: {@code disk-2000} is the system disk. */
    public String id() {
        return "disk-" + (2000 + index);
    }

    /** VMware's device key. */
    public String key() {
        return Integer.toString(2000 + index);
    }

    public String label() {
        return "Hard disk " + (index + 1);
    }

    public String vmdkPath() {
        return "[datastore1] %s/%s%s.vmdk".formatted(vmName, vmName, index == 0 ? "" : "_" + index);
    }

    public long bytes() {
        return sizeGb * 1024L * 1024 * 1024;
    }

    /** Id of the copy's volume. */
    public String volumeId() {
        return UUID.nameUUIDFromBytes(("volume " + vmName + " " + id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public String volumeName() {
        return "migration-%s-%s-disk-%d".formatted(vmName, vmName, index);
    }

    /** Block device of the copy at the appliance at the beginning. */
    public String devicePath() {
        return Devices.path(Devices.place(deviceId));
    }
}
