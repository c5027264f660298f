package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.state.Room;
import io.clearover.lab.watch.Disk;
import io.clearover.lab.watch.Guest;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Single faults that once did harm; {@code FaultMatrixIT} tries all. */
@WithClearover
class FaultsIT {

    @Test
    void what_a_new_vm_came_with_does_not_lie_about_when_it_can_not_be_removed(Clearover clearover) {
        Site before = site("web01", clearover);
        arm(Fault.of("deleteVolume", FaultKind.REFUSE), clearover);

        JsonObject status = clearover.ended(clearover.startTestFailover("web01"));

        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(before.difference(site("web01", clearover))).isEmpty();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_source_vm_whose_power_is_not_told_is_switched_off_all_the_same(Clearover clearover) {
        arm(Fault.of("power-state", FaultKind.REFUSE), clearover);

        JsonObject status = clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}"));

        assertThat(status.getString("status")).as(status.toString()).isEqualTo("completed");
        assertThat(site("web01", clearover).sourcePower()).isEqualTo("poweredOff");
    }

    @Test
    void a_vm_of_somebody_else_that_took_the_name_meanwhile_is_left_alone(Clearover clearover) {
        ArmedFault snapshot = clearover.hold("createSnapshot", "web01");
        String job = clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}");
        Clearover.awaitHeld(snapshot);
        String theirs = lab(clearover).makeVm("web01");
        clearover.letGo();

        JsonObject status = clearover.ended(job);

        assertThat(status.getString("failed_step_friendly"))
                .as(status.toString())
                .isEqualTo("Creating Destination VM");
        assertThat(status.getString("cause")).isEqualTo("name-taken");
        Site after = site("web01", clearover);
        assertThat(after.guests()).singleElement().returns(theirs, Guest::id).returns("Running", Guest::state);
        assertThat(after.extras()).singleElement().returns("web01", Disk::attachedTo);
        assertThat(after.disks()).allMatch(disk -> Destination.APPLIANCE_VM_NAME.equals(disk.attachedTo()));
        assertThat(after.sourcePower()).isEqualTo("poweredOn");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_vm_that_carries_no_mark_is_rolled_back_by_the_id_that_was_noted(Clearover clearover) {
        Site before = site("web01", clearover);
        clearover.ended(clearover.startTestFailover("web01"));
        lab(clearover).renameVm(site("web01", clearover).guests().get(0).id(), "web01");

        JsonObject status = clearover.ended(clearover.startRollback("web01"));

        assertThat(status.getString("status")).as(status.toString()).isEqualTo("completed");
        assertThat(before.difference(site("web01", clearover))).isEmpty();
    }

    @Test
    void the_disk_of_another_replicated_vm_is_never_removed(Clearover clearover) {
        String theirs = Fleet.named("erp01").orElseThrow().disks().get(1).volumeId();
        ArmedFault made = clearover.hold("queryAsyncJobResult:deployVirtualMachine", "web01");
        String job = clearover.startTestFailover("web01");
        Clearover.awaitHeld(made);
        String vm = site("web01", clearover).guests().get(0).id();
        await().until(() -> site("web01", clearover).guests().get(0).state().equals("Stopped"));
        lab(clearover).moveVolume(theirs, vm);
        clearover.letGo();

        JsonObject status = clearover.ended(job);

        assertThat(status.getString("failed_step_friendly"))
                .as(status.toString())
                .isEqualTo("Attaching Storage Volumes");
        assertThat(status.getString("cause")).isEqualTo("volume-in-use");
        assertThat(site("erp01", clearover).disks()).anyMatch(disk -> disk.id().equals(theirs));
        assertThat(site("web01", clearover).guests()).singleElement().returns(vm, Guest::id);
    }

    @Test
    void a_failover_rides_out_that_the_destination_takes_one_snapshot_at_a_time(Clearover clearover) {
        Room room = new Room();
        room.oneSnapshotPerVm = true;
        lab(clearover).makeRoom(room);
        ArmedFault slow = lab(clearover)
                .faults()
                .add(Fault.of("createSnapshot", FaultKind.SLOW_JOB)
                        .forVm("web01")
                        .delay(Duration.ofSeconds(2)));
        String first = clearover.startTestFailover("web01");
        Clearover.awaitHeld(slow);

        String second = clearover.startTestFailover("erp01");

        assertThat(clearover.ended(second).getString("status")).isEqualTo("completed");
        assertThat(clearover.ended(first).getString("status")).isEqualTo("completed");
        assertThat(snapshotsAskedFor("erp01", clearover))
                .isGreaterThan(Fleet.named("erp01").orElseThrow().disks().size());
    }

    @Test
    void a_failover_that_waits_for_the_destinations_other_work_can_be_cancelled(Clearover clearover) {
        Room room = new Room();
        room.oneSnapshotPerVm = true;
        lab(clearover).makeRoom(room);
        ArmedFault stuck = lab(clearover)
                .faults()
                .add(Fault.of("createSnapshot", FaultKind.STUCK_JOB).forVm("web01"));
        clearover.startTestFailover("web01");
        Clearover.awaitHeld(stuck);
        String waiting = clearover.startTestFailover("erp01");
        await().until(() -> snapshotsAskedFor("erp01", clearover) > 1);

        clearover.as("operator").post("/api/v1/failover/%s/cancel".formatted(waiting), "");

        assertThat(clearover.ended(waiting).getString("status")).isEqualTo("cancelled");
        assertThat(stuck.isOver()).isFalse();
        assertThat(site("erp01", clearover).isUntouched()).isTrue();
    }

    private static long snapshotsAskedFor(String vm, Clearover clearover) {
        return lab(clearover).asked().stream()
                .filter(asked -> asked.call().equals("createSnapshot") && vm.equals(asked.vm()))
                .count();
    }

    private static void arm(Fault fault, Clearover clearover) {
        lab(clearover).faults().add(fault.forVm("web01"));
    }

    private static Site site(String vm, Clearover clearover) {
        return lab(clearover).look().of(vm);
    }

    private static Lab lab(Clearover clearover) {
        return clearover.installation().lab();
    }
}
