package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.LabNetwork;
import java.util.stream.Stream;

/** The lists of what does not change: zone, offerings, template, networks. */
final class Catalogue {

    private static final long GB = 1024L * 1024 * 1024;

    private Catalogue() {}

    static Document zones(Request request) {
        return list(
                request,
                "zone",
                Document.of("id", Destination.ZONE_ID)
                        .with("name", Destination.ZONE_NAME)
                        .with("networktype", "Advanced")
                        .with("securitygroupsenabled", false)
                        .with("allocationstate", isClosed(request, "zone") ? "Disabled" : "Enabled")
                        .with("localstorageenabled", false));
    }

    static Document serviceOfferings(Request request) {
        return list(
                request,
                "serviceoffering",
                Document.of("id", Destination.SERVICE_OFFERING_ID)
                        .with("name", "migration-custom")
                        .with("displaytext", "Custom CPU and memory for migrated VMs")
                        .with("cpuspeed", 2000)
                        .with("iscustomized", true)
                        .with("storagetype", "shared")
                        .with("provisioningtype", "thin")
                        .with("state", isClosed(request, "offering") ? "Inactive" : "Active"));
    }

    static Document diskOfferings(Request request) {
        return list(
                request,
                "diskoffering",
                Document.of("id", Destination.DISK_OFFERING_ID)
                        .with("name", "migration-disk")
                        .with("displaytext", "Custom size for migrated disks")
                        .with("iscustomized", true)
                        .with("storagetype", "shared"));
    }

    static Document templates(Request request) {
        request.required("templatefilter");
        return list(
                request,
                "template",
                Document.of("id", Destination.TEMPLATE_ID)
                        .with("name", "empty-disk")
                        .with("displaytext", "Empty disk for migrated VMs")
                        .with("isready", !isClosed(request, "template"))
                        .with("format", "QCOW2")
                        .with("hypervisor", "KVM")
                        .with("zoneid", Destination.ZONE_ID)
                        .with("ostypename", "Other (64-bit)")
                        .with("size", GB));
    }

    static Document networks(Request request) {
        request.optional("id")
                .ifPresent(id ->
                        request.checkKnown("id", id, LabNetwork.ALL.stream().anyMatch(network -> network.id()
                                .equals(id))));
        return list(
                request,
                "network",
                LabNetwork.ALL.stream()
                        .map(network -> network(network, isClosed(request, network.name())))
                        .toArray(Document[]::new));
    }

    private static boolean isClosed(Request request, String what) {
        return request.state().room.closed.contains(what);
    }

    private static Document network(LabNetwork network, boolean closed) {
        return Document.of("id", network.id())
                .with("name", network.name())
                .with("displaytext", network.name())
                .with("traffictype", "Guest")
                .with("type", "Isolated")
                .with("state", closed ? "Shutdown" : "Implemented")
                .with("zoneid", Destination.ZONE_ID)
                .with("zonename", Destination.ZONE_NAME)
                .with("canusefordeploy", !closed)
                .with("cidr", network.subnet() + ".0/24")
                .with("gateway", network.subnet() + ".1")
                .with("netmask", "255.255.255.0")
                .with("networkdomain", "cs2cloud.internal")
                .with("issystem", false);
    }

    private static Document list(Request request, String name, Document... entries) {
        return Lists.answer(
                request,
                name,
                Stream.of(entries)
                        .filter(entry -> request.optional("id")
                                .map(entry.get("id")::equals)
                                .orElse(true))
                        .filter(entry -> request.optional("name")
                                .map(entry.get("name")::equals)
                                .orElse(true)));
    }
}
