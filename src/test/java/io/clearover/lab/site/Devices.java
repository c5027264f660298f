package io.clearover.lab.site;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Device ids of volumes on a KVM host: 0 is the root disk, 3 belongs to the CD drive, the rest is for data disks. */
public final class Devices {

    private static final int LAST = 25;
    private static final int CD_DRIVE = 3;

    private Devices() {}

    /** The lowest id for a data disk that is not taken; empty when the VM can hold no more. */
    public static Optional<Integer> free(Set<Integer> taken) {
        return IntStream.rangeClosed(1, LAST)
                .filter(id -> id != CD_DRIVE && !taken.contains(id))
                .boxed()
                .findFirst();
    }

    /** Whether a volume may be attached there. */
    public static boolean valid(int deviceId) {
        return deviceId >= 0 && deviceId <= LAST && deviceId != CD_DRIVE;
    }

    /** The block device within the VM. */
    public static String path(int deviceId) {
        return "/dev/vd" + (char) ('a' + deviceId);
    }

    /** The id behind a block device such as {@code /dev/vdb}; empty when it is none of ours. */
    public static Optional<Integer> id(String path) {
        return path != null && path.matches("/dev/vd[a-z]") ? Optional.of(path.charAt(7) - 'a') : Optional.empty();
    }
}
