package io.clearover.lab.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * VMs that are there only when a load test asks for them: {@code load-01}, {@code load-02}… Every second is a Windows with
 * one disk and one network card, the others are Ubuntus with two of each. All of them work.
 */
final class Load {

    /** The most that there can be. */
    static final int MOST = 99;

    /** The first device of the appliance that no VM of the fleet has. */
    private static final int FIRST_DEVICE = 13;

    private static final int DISKS_OF_A_PAIR = 3;

    private Load() {}

    /** The first so many. */
    static List<LabVm> first(int count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("there can be 0 to %d VMs for load, not %d".formatted(MOST, count));
        }
        return IntStream.rangeClosed(1, count).mapToObj(Load::vm).toList();
    }

    private static LabVm vm(int number) {
        String name = "load-%02d".formatted(number);
        boolean windows = number % 2 == 1;
        int host = 10 + number;
        int device = FIRST_DEVICE + (number - 1) / 2 * DISKS_OF_A_PAIR + (windows ? 0 : 1);
        return new LabVm(
                name,
                UUID.nameUUIDFromBytes(("VM " + name).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                Fleet.VCENTER,
                windows ? "windows2019srv_64Guest" : "ubuntu64Guest",
                windows ? "Windows Server 2019 Standard" : "Ubuntu Linux 22.04",
                2,
                4096,
                true,
                Behaviour.WORKS,
                windows
                        ? List.of(new LabDisk(name, 0, 60, device))
                        : List.of(new LabDisk(name, 0, 40, device), new LabDisk(name, 1, 80, device + 1)),
                windows ? List.of(LabNic.lan(host)) : List.of(LabNic.lan(host), LabNic.dmz(host)));
    }
}
