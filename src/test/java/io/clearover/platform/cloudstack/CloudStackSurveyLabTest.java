package io.clearover.platform.cloudstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.lab.Lab;
import io.clearover.lab.LabKeys;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.state.Room;
import io.clearover.platform.DestinationFacts;
import io.clearover.platform.DestinationNetwork;
import io.clearover.platform.DestinationSettings;
import io.clearover.platform.PendingWork;
import io.clearover.platform.PlatformException;
import io.clearover.platform.Resource;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.http.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facts of the lab's destination, over the wire. */
class CloudStackSurveyLabTest {

    @TempDir
    Path state;

    private Lab lab;

    @BeforeEach
    void start() throws IOException {
        lab = new Lab(state, 0, 0.05).start();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void what_is_configured_is_there() {
        DestinationFacts facts = survey(Destination.ZONE_NAME).atOnce();

        assertThatNoException().isThrownBy(() -> {
            facts.requireReachable();
            facts.requireZone();
            facts.requireServiceOffering();
            facts.requireTemplate();
        });
        assertThat(facts.network(LabNetwork.TEST.id())).get().matches(network -> !network.closed());
        assertThat(facts.network("00000000-0000-0000-0000-000000000000")).isEmpty();
        assertThat(facts.volume(Fleet.VMS.get(0).disks().get(0).volumeId()))
                .get()
                .matches(volume -> volume.isAttachedTo(facts.applianceVmId()));
        assertThat(facts.vmNamed(Destination.APPLIANCE_VM_NAME)).isPresent();
        assertThat(facts.vmNamed("web01")).isEmpty();
    }

    @Test
    void a_wrong_zone_is_told() {
        DestinationFacts facts = survey("zone-west").atOnce();

        assertThatThrownBy(facts::requireZone)
                .isInstanceOf(PlatformException.class)
                .hasMessage("CloudStack knows no zone with the id or name \"zone-west\" for this account");
    }

    @Test
    void what_is_there_but_closed_is_told() {
        Room room = new Room();
        room.closed.addAll(List.of("zone", "offering", "template", LabNetwork.TEST.name()));
        DestinationFacts facts = survey(Destination.ZONE_NAME).atOnce();
        assertThat(facts.requireZone()).isEmpty();

        lab.makeRoom(room);

        assertThat(facts.requireZone())
                .hasValueSatisfying(why -> assertThat(why).contains("Disabled"));
        assertThat(facts.requireServiceOffering()).isPresent();
        assertThat(facts.requireTemplate()).isPresent();
        assertThat(facts.network(LabNetwork.TEST.id())).get().matches(DestinationNetwork::closed);
    }

    @Test
    void the_hosts_tell_whether_one_of_them_holds_a_vm() {
        DestinationFacts facts = survey(Destination.ZONE_NAME).atOnce();

        assertThat(facts.hosts()).hasValueSatisfying(hosts -> assertThat(hosts)
                .anyMatch(host -> host.holds(8, 65_536))
                .noneMatch(host -> host.holds(16, 131_072))
                .noneMatch(host -> host.holds(65, 1024)));
    }

    @Test
    void work_that_has_not_ended_is_told_of_what_it_is_done_to() {
        String held = Fleet.named("db01").orElseThrow().disks().get(1).volumeId();
        DestinationFacts facts = survey(Destination.ZONE_NAME).atOnce();
        assertThat(facts.pendingWork())
                .hasValueSatisfying(work ->
                        assertThat(work).extracting(PendingWork::thingId).containsExactly(held));

        Room room = new Room();
        room.volumesReleased = true;
        lab.makeRoom(room);

        assertThat(facts.pendingWork()).hasValue(List.of());
    }

    @Test
    void snapshots_and_vms_are_found_by_what_a_failover_called_them() {
        String volume = Fleet.VMS.get(0).disks().get(0).volumeId();
        String vm = lab.makeVm("web01");
        lab.renameVm(vm, "web01 (of a failover)");
        lab.takeSnapshot(volume, "clearover-1", "Error");
        DestinationFacts facts = survey(Destination.ZONE_NAME).atOnce();

        assertThat(facts.vmNamed("web01", "web01 (of a failover)")).get().matches(found -> found.id()
                .equals(vm));
        assertThat(facts.vmNamed("web01", "web01")).isEmpty();
        assertThat(facts.snapshotsOf(volume)).singleElement().matches(snapshot -> snapshot.state()
                .equals("Error"));
    }

    @Test
    void free_room_is_told_in_the_ports_units() {
        DestinationFacts facts = survey(Destination.ZONE_NAME).atOnce();

        assertThat(facts.freeCapacity())
                .containsEntry(Resource.MEMORY, 194L * 1024)
                .containsEntry(Resource.CPU, 138_000L)
                .containsKey(Resource.STORAGE);
        assertThat(facts.freeQuota()).containsEntry(Resource.VM, 199L).containsEntry(Resource.CPU, Long.MAX_VALUE);
    }

    @Test
    void a_full_zone_and_a_reached_limit_leave_nothing() {
        Room room = new Room();
        room.full.add("MEMORY");
        room.limits.put("user_vm", 1);
        lab.makeRoom(room);
        DestinationFacts facts = survey(Destination.ZONE_NAME).atOnce();

        assertThat(facts.freeCapacity()).containsEntry(Resource.MEMORY, 0L);
        assertThat(facts.freeQuota()).containsEntry(Resource.VM, 0L);
    }

    @Test
    void what_an_account_may_not_know_is_not_known() {
        lab.faults().add(Fault.of("listCapacity", FaultKind.REFUSE_401));
        lab.faults().add(Fault.of("listAccounts", FaultKind.REFUSE_401));
        lab.faults().add(Fault.of("listHosts", FaultKind.REFUSE_401));
        lab.faults().add(Fault.of("listAsyncJobs", FaultKind.REFUSE_401));
        DestinationFacts facts = survey(Destination.ZONE_NAME).atOnce();

        assertThat(facts.freeCapacity()).isEmpty();
        assertThat(facts.freeQuota()).isEmpty();
        assertThat(facts.hosts()).isEmpty();
        assertThat(facts.pendingWork()).isEmpty();
    }

    @Test
    void at_once_asks_once_and_patiently_asks_again() {
        lab.faults().add(Fault.of("listZones", FaultKind.DROP_BEFORE));
        assertThatThrownBy(() -> survey(Destination.ZONE_NAME).atOnce().requireReachable())
                .isInstanceOf(UnansweredException.class);

        lab.faults().add(Fault.of("listZones", FaultKind.DROP_BEFORE));
        assertThatNoException()
                .isThrownBy(() -> survey(Destination.ZONE_NAME).patiently().requireReachable());
    }

    private CloudStackSurvey survey(String zone) {
        DestinationSettings settings = new DestinationSettings(
                "lab",
                lab.url() + "/client/api",
                LabKeys.API_KEY,
                LabKeys.SECRET_KEY,
                zone,
                Destination.TEMPLATE_ID,
                Destination.SERVICE_OFFERING_ID,
                Destination.APPLIANCE_VM_ID);
        return new CloudStackSurvey(
                () -> settings,
                new Transport(new HttpExchange(Duration.ofSeconds(5)), Duration.ofSeconds(10)),
                new CallRetry(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(2)));
    }
}
