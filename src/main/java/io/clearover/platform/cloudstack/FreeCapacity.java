package io.clearover.platform.cloudstack;

import io.clearover.platform.Resource;
import io.clearover.platform.http.JsonFields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What zone and account have left, as far as CloudStack tells this account: many may not ask. */
final class FreeCapacity {

    private static final long MIB = 1024L * 1024;

    /** CloudStack's numbers of the types of capacity. */
    private static final Map<Long, Resource> TYPES =
            Map.of(0L, Resource.MEMORY, 1L, Resource.CPU, 2L, Resource.STORAGE);

    private static final Map<Resource, String> NAMES = Map.of(
            Resource.VM, "vm",
            Resource.VOLUME, "volume",
            Resource.SNAPSHOT, "snapshot",
            Resource.CPU, "cpu",
            Resource.MEMORY, "memory");

    private final Commands commands;

    FreeCapacity(Commands commands) {
        this.commands = commands;
    }

    /** Of a zone; CloudStack may list a type several times, for parts of the zone. */
    Map<Resource, Long> capacity(String zoneId) {
        Map<Resource, Long> free = new EnumMap<>(Resource.class);
        for (JsonFields part : listed("listCapacity", "capacity", Map.of("zoneid", zoneId))) {
            Resource resource = TYPES.get(part.whole("type", -1));
            if (resource != null && part.has("capacitytotal") && part.has("capacityused")) {
                long left = part.whole("capacitytotal", 0) - part.whole("capacityused", 0);
                free.merge(resource, resource == Resource.MEMORY ? left / MIB : left, Long::sum);
            }
        }
        return free;
    }

    /** Of the account that asks; unknown to one that sees other accounts too, since nothing tells which one it is. */
    Map<Resource, Long> quota() {
        Map<Resource, Long> free = new EnumMap<>(Resource.class);
        List<JsonFields> accounts = listed("listAccounts", "account", Map.of());
        if (accounts.size() == 1) {
            NAMES.forEach(
                    (resource, name) -> available(accounts.get(0), name).ifPresent(left -> free.put(resource, left)));
        }
        return free;
    }

    private static Optional<Long> available(JsonFields account, String name) {
        String left = account.text(name + "available");
        boolean unlimited = left.equalsIgnoreCase("Unlimited") || left.equals("-1");
        return unlimited
                ? Optional.of(Long.MAX_VALUE)
                : account.number(name + "available").map(Number::longValue);
    }

    private List<JsonFields> listed(String command, String item, Map<String, String> arguments) {
        try {
            return commands.list(command, item, arguments);
        } catch (CloudStackError notAllowed) {
            return List.of();
        }
    }
}
