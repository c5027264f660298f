package io.clearover.lab.watch;

import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that there is of one source VM, at one moment.
 *
 * @param vm          its name
 * @param sourcePower {@code poweredOn} or {@code poweredOff}
 * @param guests      the destination's VMs made for it
 * @param disks       the volumes with the copies of its disks, system disk first
 * @param extras      other volumes made for it, such as the first disk that a new VM comes with
 * @param snapshots   the snapshots of all these volumes
 */
public record Site(
        String vm, String sourcePower, List<Guest> guests, List<Disk> disks, List<Disk> extras, List<Shot> snapshots) {

    /**
     * What has changed from this to a later look, one line each; empty when nothing has. Newer replicated data is no change,
     * nor are ids.
     */
    public String difference(Site later) {
        Map<String, String> before = facts();
        Map<String, String> after = later.facts();
        Set<String> things = new TreeSet<>(before.keySet());
        things.addAll(after.keySet());
        return things.stream()
                .filter(thing -> !before.getOrDefault(thing, "").equals(after.getOrDefault(thing, "")))
                .map(thing -> "%s: was %s, is %s"
                        .formatted(
                                thing, before.getOrDefault(thing, "not there"), after.getOrDefault(thing, "not there")))
                .collect(Collectors.joining("\n"));
    }

    /** Everything that is there, as readable text by readable name. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("source VM " + vm, sourcePower);
        guests.forEach(guest -> add(facts, "VM " + guest.name(), guest.state() + " in " + guest.networks()));
        Stream.concat(disks.stream(), extras.stream())
                .forEach(disk -> add(facts, "volume " + disk.name(), disk.text()));
        snapshots.forEach(shot -> add(facts, "snapshot %s of %s".formatted(shot.name(), shot.volume()), shot.state()));
        return facts;
    }

    /** Names need not be unique. */
    private static void add(Map<String, String> facts, String thing, String text) {
        facts.merge(thing, text, (one, other) -> one + " and " + other);
    }

    /** Whether replication can go on as if there had never been a failover, whatever the source's power. */
    public boolean isUntouched() {
        return guests.isEmpty()
                && extras.isEmpty()
                && snapshots.isEmpty()
                && disks.size() == Fleet.named(vm).orElseThrow().disks().size()
                && disks.stream().allMatch(Site::isHome);
    }

    private static boolean isHome(Disk disk) {
        return disk.clean()
                && disk.state().equals("Ready")
                && Destination.APPLIANCE_VM_NAME.equals(disk.attachedTo())
                && Fleet.diskOf(disk.id()).map(LabDisk::deviceId).equals(Optional.of(disk.deviceId()));
    }

    /** Whether one VM runs with all the disks, and nothing lies about. */
    public boolean isFailedOver() {
        return guests.size() == 1
                && guests.get(0).state().equals("Running")
                && disks.stream().allMatch(disk -> guests.get(0).name().equals(disk.attachedTo()))
                && orphans().isEmpty();
    }

    /**
     * What belongs neither to a VM that is ready for failover nor to one that is failed over, one readable text each: a
     * broken or second VM, one without disks, a volume that is attached to nothing or in the middle of something, disks at
     * different places, a snapshot that nobody will revert to.
     */
    public List<String> orphans() {
        return new Orphans(this).all();
    }
}
