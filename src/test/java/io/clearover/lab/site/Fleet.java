package io.clearover.lab.site;

import static io.clearover.lab.site.Behaviour.DRIVERS_FAIL;
import static io.clearover.lab.site.Behaviour.NO_CAPACITY;
import static io.clearover.lab.site.Behaviour.SITE_DOWN;
import static io.clearover.lab.site.Behaviour.SLOW;
import static io.clearover.lab.site.Behaviour.VOLUME_IN_USE;
import static io.clearover.lab.site.Behaviour.WORKS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The VMs of the source site. */
public final class Fleet {

    public static final String VCENTER = "vcenter.example.com";

    /** The vCenter of the site that does not answer. */
    public static final String FAR_VCENTER = "vcenter-far.example.com";

    private static final String SERVER_2019 = "windows2019srv_64Guest";
    private static final String SERVER_2022 = "windows2019srvNext_64Guest";

    /** Those that are always there. */
    public static final List<LabVm> VMS = List.of(
            new LabVm(
                    "web01",
                    "4205a841-0265-f4bd-39a6-39fd92196f53",
                    VCENTER,
                    SERVER_2019,
                    "Windows Server 2019 Standard",
                    4,
                    8192,
                    true,
                    WORKS,
                    List.of(new LabDisk("web01", 0, 80, 1), new LabDisk("web01", 1, 120, 2)),
                    List.of(LabNic.lan(1), LabNic.dmz(1))),
            new LabVm(
                    "pgtest1",
                    "420570c7-f61f-a930-77c5-1e876786cb3c",
                    VCENTER,
                    SERVER_2022,
                    "Windows Server 2022 Standard",
                    2,
                    8192,
                    true,
                    DRIVERS_FAIL,
                    List.of(new LabDisk("pgtest1", 0, 110, 4)),
                    List.of(LabNic.lan(2))),
            new LabVm(
                    "db01",
                    "4205d0e2-91bb-7c0d-52f4-c61c02b7a9e8",
                    VCENTER,
                    "rhel8_64Guest",
                    "Red Hat Enterprise Linux 8",
                    8,
                    32768,
                    true,
                    VOLUME_IN_USE,
                    List.of(new LabDisk("db01", 0, 60, 5), new LabDisk("db01", 1, 500, 6)),
                    List.of(LabNic.lan(3))),
            new LabVm(
                    "app01",
                    "4205b3f9-44c1-08aa-6d7e-0f8b13c2d577",
                    VCENTER,
                    "ubuntu64Guest",
                    "Ubuntu Linux 22.04",
                    2,
                    4096,
                    false,
                    WORKS,
                    List.of(new LabDisk("app01", 0, 40, 7)),
                    List.of(LabNic.lan(4))),
            new LabVm(
                    "erp01",
                    "4205e7a6-5d12-bb83-9c40-7713ae5f6b01",
                    VCENTER,
                    SERVER_2019,
                    "Windows Server 2019 Datacenter",
                    8,
                    65536,
                    true,
                    SLOW,
                    List.of(
                            new LabDisk("erp01", 0, 120, 8),
                            new LabDisk("erp01", 1, 400, 9),
                            new LabDisk("erp01", 2, 800, 10)),
                    List.of(LabNic.lan(5))),
            new LabVm(
                    "legacy01",
                    "42051c5b-a7d8-6e2f-8b19-d24f90a1e3c4",
                    VCENTER,
                    "windows9Server64Guest",
                    "Windows Server 2016 Standard",
                    16,
                    131072,
                    true,
                    NO_CAPACITY,
                    List.of(new LabDisk("legacy01", 0, 200, 11)),
                    List.of(LabNic.lan(6))),
            new LabVm(
                    "far01",
                    "42059f60-3ce7-d514-a2b8-56e0c94d7f12",
                    FAR_VCENTER,
                    "ubuntu64Guest",
                    "Ubuntu Linux 20.04",
                    2,
                    4096,
                    true,
                    SITE_DOWN,
                    List.of(new LabDisk("far01", 0, 50, 12)),
                    List.of(LabNic.lan(7))));

    private static final List<LabVm> ALL = with(Load.MOST);

    private static final Map<String, LabDisk> DISKS =
            ALL.stream().flatMap(vm -> vm.disks().stream()).collect(Collectors.toMap(LabDisk::volumeId, disk -> disk));

    private Fleet() {}

    /**
     * The VMs, and the first so many of those for load tests.
     *
     * @throws IllegalArgumentException for more than 99
     */
    public static List<LabVm> with(int load) {
        return Stream.concat(VMS.stream(), Load.first(load).stream()).toList();
    }

    /** The VM of that name, also one for load tests that nobody asked for yet. */
    public static Optional<LabVm> named(String name) {
        return find(vm -> vm.name().equals(name));
    }

    /** The VM at an inventory path such as {@code /DC1/vm/web01}. */
    public static Optional<LabVm> at(String path) {
        return find(vm -> vm.path().equals(path));
    }

    /** The VM that VMware knows by this UUID. */
    public static Optional<LabVm> withId(String vmwareId) {
        return find(vm -> vm.vmwareId().equals(vmwareId));
    }

    /** The source VM that a VM of the destination was made for: its name, or its name and a suffix. */
    public static Optional<LabVm> behind(String destinationName) {
        return find(vm -> destinationName != null && (destinationName + "-").startsWith(vm.name() + "-"));
    }

    /** The source VM that a name of anything speaks of: its own name stands in it, not as a part of a longer word. */
    public static Optional<LabVm> mentionedIn(String name) {
        return find(vm ->
                name.contains(vm.name()) && name.matches("(?s)(.*[^A-Za-z0-9])?" + vm.name() + "([^A-Za-z0-9].*)?"));
    }

    /** A number that differs from that of a VM's neighbours, from 0 to 6. */
    public static int place(LabVm vm) {
        return ALL.indexOf(vm) % VMS.size();
    }

    /** The disk whose copy the volume is. */
    public static Optional<LabDisk> diskOf(String volumeId) {
        return Optional.ofNullable(volumeId).map(DISKS::get);
    }

    private static Optional<LabVm> find(Predicate<LabVm> wanted) {
        return ALL.stream().filter(wanted).findFirst();
    }
}
