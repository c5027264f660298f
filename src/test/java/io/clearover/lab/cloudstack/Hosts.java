package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.state.Room;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hosts of the zone. Together they have the zone's memory; none of them has enough left for a really large VM. */
final class Hosts {

    private static final long GB = 1024L * 1024 * 1024;
    private static final long MEMORY = 128 * GB;
    private static final long LARGE = 1024 * GB;

    /** What is promised to VMs, in GiB: of 128 each. */
    private static final List<Integer> PROMISED = List.of(40, 88, 95, 95);

    private Hosts() {}

    /** {@code listHosts}, as an administrator of the platform sees it. */
    static Document list(Request request) {
        request.optional("zoneid").ifPresent(id -> request.checkKnown("zoneid", id, id.equals(Destination.ZONE_ID)));
        Room room = request.state().room;
        boolean full = room.full.contains("MEMORY");
        Stream<Document> usual = IntStream.range(0, PROMISED.size())
                .mapToObj(i -> host(i + 1, MEMORY, full ? MEMORY : PROMISED.get(i) * GB));
        Stream<Document> large = Stream.of(host(PROMISED.size() + 1, LARGE, 0)).filter(host -> room.largeHost);
        return Lists.answer(request, "host", Stream.concat(usual, large));
    }

    private static Document host(int number, long total, long promised) {
        String name = "kvm-host-%02d".formatted(number);
        return Document.of("id", "5f0c8a4e-0000-4000-8000-0000000000%02d".formatted(number))
                .with("name", name)
                .with("state", "Up")
                .with("resourcestate", "Enabled")
                .with("type", "Routing")
                .with("ipaddress", "10.30.1." + number)
                .with("zoneid", Destination.ZONE_ID)
                .with("zonename", Destination.ZONE_NAME)
                .with("podname", "pod-1")
                .with("clustername", "cluster-1")
                .with("clustertype", "CloudManaged")
                .with("hypervisor", "KVM")
                .with("cpunumber", 64)
                .with("cpuspeed", 2000)
                .with("cpuallocatedvalue", 29500)
                .with("cpuwithoverprovisioning", "128000")
                .with("memorytotal", total)
                .with("memorywithoverprovisioning", Long.toString(total))
                .with("memoryallocated", promised)
                .with("memoryallocatedbytes", promised)
                .with("capabilities", "hvm,snapshot");
    }
}
