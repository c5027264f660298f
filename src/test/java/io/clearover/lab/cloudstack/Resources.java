package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.state.Room;
import io.clearover.lab.state.State;
import java.util.Locale;
import java.util.stream.Stream;

/** What the zone holds and what the account may use of it: capacities, limits, and the checks against both. */
final class Resources {

    private static final long GB = 1024L * 1024 * 1024;

    private enum Capacity {
        MEMORY(0, 512 * GB, 318 * GB),
        CPU(1, 256000, 118000),
        STORAGE(2, 40960 * GB, 21504 * GB);

        private final int type;
        private final long total;
        private final long used;

        Capacity(int type, long total, long used) {
            this.type = type;
            this.total = total;
            this.used = used;
        }
    }

    private enum Limited {
        USER_VM(0),
        VOLUME(2),
        SNAPSHOT(3),
        CPU(8),
        MEMORY(9);

        private final int type;

        Limited(int type) {
            this.type = type;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The appliance counts too: it is a VM of the same account. */
        private long used(State state) {
            return switch (this) {
                case USER_VM -> state.machines.size();
                case VOLUME -> state.volumes.size();
                case SNAPSHOT -> state.snapshots.size();
                case CPU ->
                    state.machines.stream().mapToLong(machine -> machine.cpus).sum();
                case MEMORY ->
                    state.machines.stream()
                            .mapToLong(machine -> machine.memoryMb)
                            .sum();
            };
        }
    }

    private Resources() {}

    /** {@code listCapacity}. */
    static Document capacity(Request request) {
        request.optional("zoneid").ifPresent(id -> request.checkKnown("zoneid", id, id.equals(Destination.ZONE_ID)));
        return Lists.answer(
                request,
                "capacity",
                Stream.of(Capacity.values())
                        .filter(capacity -> request.number("type")
                                .map(type -> type == capacity.type)
                                .orElse(true))
                        .map(capacity -> capacity(capacity, request.state().room)));
    }

    private static Document capacity(Capacity capacity, Room room) {
        long used = room.full.contains(capacity.name()) ? capacity.total : capacity.used;
        return Document.of("type", capacity.type)
                .with("name", capacity.name())
                .with("zoneid", Destination.ZONE_ID)
                .with("zonename", Destination.ZONE_NAME)
                .with("capacitytotal", capacity.total)
                .with("capacityused", used)
                .with("percentused", "%.2f".formatted(100.0 * used / capacity.total));
    }

    /** {@code listResourceLimits}. */
    static Document limits(Request request) {
        return Lists.answer(
                request,
                "resourcelimit",
                Stream.of(Limited.values())
                        .filter(limited -> request.number("resourcetype")
                                .map(type -> type == limited.type)
                                .orElse(true))
                        .map(limited -> limit(limited, request.state().room)));
    }

    private static Document limit(Limited limited, Room room) {
        return Document.of("account", Destination.ACCOUNT)
                .with("domainid", Destination.DOMAIN_ID)
                .with("domain", Destination.DOMAIN)
                .with("resourcetype", Integer.toString(limited.type))
                .with("resourcetypename", limited.label())
                .with("max", room.limits.get(limited.label()));
    }

    /** {@code listAccounts}: the one account, with what it may have, has, and has left of everything. */
    static Document accounts(Request request) {
        Document account = Document.of("id", Destination.DOMAIN_ID)
                .with("name", Destination.ACCOUNT)
                .with("accounttype", 0)
                .with("domainid", Destination.DOMAIN_ID)
                .with("domain", Destination.DOMAIN)
                .with("state", "enabled");
        for (Limited limited : Limited.values()) {
            long used = limited.used(request.state());
            int max = request.state().room.limits.get(limited.label());
            boolean unlimited = max == Room.UNLIMITED;
            String name = limited == Limited.USER_VM ? "vm" : limited.label();
            account.with(name + "limit", unlimited ? "Unlimited" : Integer.toString(max))
                    .with(name + "total", used)
                    .with(name + "available", unlimited ? "Unlimited" : Long.toString(Math.max(0, max - used)));
        }
        return Lists.answer(request, "account", Stream.of(account));
    }

    /** Refuses one more VM than the account may have. */
    static void checkNewMachine(State state) {
        check(Limited.USER_VM, state);
    }

    static void checkNewSnapshot(State state) {
        check(Limited.SNAPSHOT, state);
    }

    private static void check(Limited limited, State state) {
        int max = state.room.limits.get(limited.label());
        if (max != Room.UNLIMITED && limited.used(state) >= max) {
            throw ApiError.overLimit(
                    "Maximum number of resources of type '%s' for account name=%s in domain id=%s has been exceeded."
                            .formatted(limited.label(), Destination.ACCOUNT, Destination.DOMAIN_ID));
        }
    }
}
