package io.clearover.platform.cloudstack;

import io.clearover.platform.HostRoom;
import io.clearover.platform.PendingWork;
import io.clearover.platform.http.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CloudStack's hosts hold and what it works on, as far as it tells this account: only its administrators see hosts. */
final class CloudStackWorkload {

    private static final long MIB = 1024L * 1024;
    private static final long PENDING = 0;

    private final Commands commands;

    CloudStackWorkload(Commands commands) {
        this.commands = commands;
    }

    /** Asynchronous jobs that have not ended; CloudStack leaves their status out, or says that they run. */
    Optional<List<PendingWork>> pendingWork() {
        return listed("listAsyncJobs", "asyncjobs", Map.of()).map(jobs -> jobs.stream()
                .filter(job -> job.whole("jobstatus", PENDING) == PENDING)
                .map(job -> new PendingWork(job.text("jobinstanceid"), job.text("cmd"), job.text("created")))
                .toList());
    }

    /** The hosts that run VMs in a zone. */
    Optional<List<HostRoom>> hosts(String zoneId) {
        return listed("listHosts", "host", Map.of("zoneid", zoneId, "type", "Routing"))
                .map(hosts -> hosts.stream()
                        .filter(host -> host.text("zoneid").equals(zoneId))
                        .map(CloudStackWorkload::room)
                        .toList());
    }

    private static HostRoom room(JsonFields host) {
        boolean enabled =
                host.text("state").equals("Up") && host.text("resourcestate").equals("Enabled");
        long total = bytes(host, "memorywithoverprovisioning", "memorytotal");
        long promised = bytes(host, "memoryallocatedbytes", "memoryallocated");
        return new HostRoom(host.text("name"), enabled, (int) host.whole("cpunumber", 0), (total - promised) / MIB);
    }

    /** Versions differ in the names; some write a number as text. */
    private static long bytes(JsonFields host, String name, String otherName) {
        return host.number(name)
                .or(() -> host.number(otherName))
                .map(BigDecimal::longValue)
                .orElse(0L);
    }

    private Optional<List<JsonFields>> listed(String command, String item, Map<String, String> arguments) {
        try {
            return Optional.of(commands.list(command, item, arguments));
        } catch (CloudStackError notAllowed) {
            return Optional.empty();
        }
    }
}
