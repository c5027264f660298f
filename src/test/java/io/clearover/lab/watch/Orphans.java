package io.clearover.lab.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what lies about at a site. */
final class Orphans {

    private final Site site;
    private final List<String> found = new ArrayList<>();

    Orphans(Site site) {
        this.site = site;
    }

    List<String> all() {
        guests();
        site.disks().forEach(this::volume);
        site.extras().forEach(this::volume);
        if (places().size() > 1) {
            found.add("the disks of %s are at different places: %s".formatted(site.vm(), places()));
        }
        snapshots();
        return List.copyOf(found);
    }

    private void guests() {
        if (site.guests().size() > 1) {
            found.add("%s has %d VMs".formatted(site.vm(), site.guests().size()));
        }
        for (Guest guest : site.guests()) {
            if (!Set.of("Running", "Stopped").contains(guest.state())) {
                found.add("VM %s is %s".formatted(guest.name(), guest.state()));
            }
            if (!places().contains(guest.name())) {
                found.add("VM %s has no disk of %s".formatted(guest.name(), site.vm()));
            }
        }
    }

    private void volume(Disk disk) {
        if (disk.attachedTo() == null || !disk.state().equals("Ready")) {
            found.add("volume %s is %s".formatted(disk.name(), disk.text()));
        }
    }

    private void snapshots() {
        Set<String> seen = new HashSet<>();
        for (Shot shot : site.snapshots()) {
            if (site.guests().isEmpty() || !shot.state().equals("BackedUp") || !seen.add(shot.volume())) {
                found.add("snapshot %s of volume %s is %s".formatted(shot.name(), shot.volume(), shot.state()));
            }
        }
    }

    private Set<String> places() {
        return site.disks().stream()
                .map(Disk::attachedTo)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
