package io.clearover.lab.watch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole data centre at one moment.
 *
 * @param sites     the site of each source VM, by its name
 * @param strangers VMs, volumes and snapshots of the destination that belong to no source VM nor to the appliance, as text
 */
public record Look(Map<String, Site> sites, List<String> strangers) {

    /** @throws IllegalArgumentException when there is no such source VM */
    public Site of(String vm) {
        if (!sites.containsKey(vm)) {
            throw new IllegalArgumentException("the lab has no VM " + vm);
        }
        return sites.get(vm);
    }

    /** The orphans of all sites, and the strangers. */
    public List<String> orphans() {
        return Stream.concat(sites.values().stream().flatMap(site -> site.orphans().stream()), strangers.stream())
                .toList();
    }

    /** What has changed from this to a later look, see {@link Site#difference}; empty when nothing has. */
    public String difference(Look later) {
        Stream<String> changes = sites.values().stream()
                .map(site -> site.difference(later.of(site.vm())))
                .filter(text -> !text.isEmpty());
        Stream<String> newcomers = later.strangers.stream()
                .filter(text -> !strangers.contains(text))
                .map(text -> text + " is new");
        return Stream.concat(changes, newcomers).collect(Collectors.joining("\n"));
    }
}
