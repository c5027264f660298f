package io.clearover.acceptance.api;

import static io.clearover.acceptance.support.CheckAnswers.check;
import static io.clearover.acceptance.support.CheckAnswers.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.state.Room;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of the lab that a probe can see is seen, and gone when it is gone. */
@WithClearover
class ProbedFaultsIT {

    private static final String JOB = "job-of-anything";

    /** Which probe asks what; a fault of the whole side is told by the first that asks it. */
    private static final Map<String, String> ASKED_BY = Map.ofEntries(
            Map.entry("destination", "destination"),
            Map.entry("listServiceOfferings", "service-offering"),
            Map.entry("listTemplates", "template"),
            Map.entry("listNetworks", "networks"),
            Map.entry("listVolumes", "volumes"),
            Map.entry("listSnapshots", "snapshots"),
            Map.entry("source", "source"),
            Map.entry("health", "source"),
            Map.entry("discover", "source-vm"));

    private static final List<FaultKind> AT_ONCE = List.of(
            FaultKind.REFUSE,
            FaultKind.REFUSE_401,
            FaultKind.DROP_BEFORE,
            FaultKind.DROP_AFTER,
            FaultKind.RUBBISH,
            FaultKind.UNAVAILABLE);

    private Clearover clearover;

    /** A fault that lasts until it is mended. */
    record Lasting(String name, String vm, String probe, Consumer<Lab> begin, Consumer<Lab> mend) {
        @Override
        public String toString() {
            return name;
        }

        private static Lasting ofRoom(String name, String vm, String probe, Consumer<Room> change) {
            return new Lasting(
                    name,
                    vm,
                    probe,
                    lab -> {
                        Room room = new Room();
                        change.accept(room);
                        lab.makeRoom(room);
                    },
                    lab -> lab.makeRoom(new Room()));
        }
    }

    static Stream<Lasting> everyLastingFault() {
        Stream<Lasting> calls = ASKED_BY.entrySet().stream().flatMap(asked -> AT_ONCE.stream()
                .map(kind -> new Lasting(
                        asked.getKey() + " " + kind.text(),
                        "web01",
                        asked.getValue(),
                        lab -> lab.faults().add(Fault.of(asked.getKey(), kind).always()),
                        lab -> lab.faults().clear())));
        Stream<Lasting> full = Stream.of("MEMORY", "CPU", "STORAGE")
                .map(what -> Lasting.ofRoom(what + " full", "web01", "capacity", room -> room.full.add(what)));
        Stream<Lasting> limits = Stream.of("user_vm", "snapshot", "volume")
                .map(what -> Lasting.ofRoom(what + " limit", "web01", "quota", room -> room.limits.put(what, 1)));
        Stream<Lasting> closed = Map.of(
                        "zone",
                        "zone",
                        "offering",
                        "service-offering",
                        "template",
                        "template",
                        LabNetwork.TEST.name(),
                        "networks")
                .entrySet()
                .stream()
                .map(what -> Lasting.ofRoom(
                        what.getKey() + " closed", "web01", what.getValue(), room -> room.closed.add(what.getKey())));
        String volume = Fleet.named("web01").orElseThrow().disks().get(1).volumeId();
        Stream<Lasting> others = Stream.of(
                new Lasting("volume held", "db01", "volume-use", lab -> {}, lab -> {
                    Room room = new Room();
                    room.volumesReleased = true;
                    lab.makeRoom(room);
                }),
                new Lasting("no host", "legacy01", "hosts", lab -> {}, lab -> {
                    Room room = new Room();
                    room.largeHost = true;
                    lab.makeRoom(room);
                }),
                new Lasting(
                        "volume elsewhere",
                        "web01",
                        "volumes",
                        lab -> lab.moveVolume(volume, lab.makeVm("stranger")),
                        lab -> lab.moveVolume(volume, Destination.APPLIANCE_VM_ID)),
                new Lasting(
                        "exports away",
                        "web01",
                        "exports",
                        lab -> lab.stopExports(true),
                        lab -> lab.stopExports(false)),
                new Lasting("devices hidden", "web01", "volume-devices", Lab::hideDevices, lab -> {
                    lab.showDevices();
                }));
        return Stream.of(calls, full, limits, closed, others).flatMap(all -> all);
    }

    @BeforeEach
    void remember(Clearover running) {
        clearover = running;
    }

    @AfterEach
    void mend() {
        clearover.installation().lab().faults().clear();
        clearover.installation().lab().stopExports(false);
        clearover.installation().lab().showDevices();
    }

    @ParameterizedTest
    @MethodSource("everyLastingFault")
    void a_fault_is_seen_while_it_is_there_and_not_when_it_is_gone(Lasting fault) {
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category, external_job_id,
                                          metadata, error_message, started_at, completed_at)
                VALUES ('%s', '%s', 'failover', 'unified-test-failover', 'failed', 'system', 'failover', 'external-anything',
                        '{}', 'operation failed', UTC_TIMESTAMP(), UTC_TIMESTAMP())"""
                        .formatted(JOB, clearover.contextId(fault.vm())));
        Lab lab = clearover.installation().lab();
        fault.begin().accept(lab);

        assertThat(results(check(clearover, "operator", JOB))).containsEntry(fault.probe(), "still_so");

        fault.mend().accept(lab);

        assertThat(results(check(clearover, "operator", JOB))).containsEntry(fault.probe(), "no_longer_so");
    }
}
