package io.clearover.lab.site;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Device ids of volumes on a KVM host: 0 is the root disk, 3 belongs to the CD drive, the rest is for data disks. Linux knows
 * nothing of them: it names disks in the order in which it finds them.
 */
public final class Devices {

    /** The last; the appliance holds the copies of all disks. */
    public static final int LAST = 255;

    private static final int LETTERS = 26;
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

    /** The place among the disks, counted from 0, when every id below is taken too. */
    public static int place(int deviceId) {
        return deviceId < CD_DRIVE ? deviceId : deviceId - 1;
    }

    /** The block device that Linux finds in that place: {@code /dev/vda} to {@code /dev/vdz}, then {@code /dev/vdaa}. */
    public static String path(int place) {
        String last = String.valueOf((char) ('a' + place % LETTERS));
        return "/dev/vd" + (place < LETTERS ? last : (char) ('a' + place / LETTERS - 1) + last);
    }
}
