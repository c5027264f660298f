package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A live failover moves a VM for good, and its rollback brings it back. */
@WithClearover
class LiveFailoverIT {

    private static final String LIVE = "/api/v1/failover/live";

    @Test
    void it_switches_the_source_off_and_runs_the_vm_at_the_destination_under_its_own_name(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        assertThat(job.getString("status")).as(job.toString()).isEqualTo("completed");
        assertThat(job.getString("operation_type")).isEqualTo("live_failover");
        assertThat(job.getInt("steps_completed")).isEqualTo(10);
        Site site = site(clearover);
        assertThat(site.sourcePower()).isEqualTo("poweredOff");
        assertThat(site.isFailedOver()).isTrue();
        assertThat(site.guests()).extracting(guest -> guest.name()).containsExactly("web01");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("failed_over_live");
        assertThat(clearover.vm("web01").getJsonObject("last_operation").getString("operation_type"))
                .isEqualTo("live_failover");
    }

    @Test
    void no_step_of_it_is_skipped(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        assertThat(job.getJsonArray("steps").getValuesAs(JsonObject.class))
                .extracting(step -> step.getString("status"))
                .containsOnly("completed");
    }

    @Test
    void its_rollback_brings_the_vm_back_and_switches_the_source_on_if_asked_to(Clearover clearover) {
        Site before = site(clearover);
        clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        JsonObject rollback = clearover.ended(clearover.start(
                "/api/v1/failover/rollback",
                "{\"vm_name\": \"web01\", \"failover_type\": \"live\", \"power_on_source\": true}"));

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(rollback.getInt("steps_total")).isEqualTo(7);
        assertThat(before.difference(site(clearover))).isEmpty();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void its_rollback_leaves_the_source_off_unless_asked(Clearover clearover) {
        clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        clearover.ended(clearover.startRollback("web01"));

        assertThat(site(clearover).sourcePower()).isEqualTo("poweredOff");
    }

    @Test
    void one_that_fails_is_undone_and_the_source_is_switched_on_again(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        Site before = site(clearover);
        lab.faults().add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm("web01"));

        JsonObject job = clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("failed_step_friendly")).isEqualTo("Starting and Validating VM");
        assertThat(before.difference(site(clearover))).isEmpty();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void the_source_is_switched_on_again_though_the_rest_can_not_be_undone(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        ArmedFault powerOff = clearover.hold("power-off", "web01");
        String job = clearover.start(LIVE, "{\"vm_name\": \"web01\"}");
        Clearover.awaitHeld(powerOff);

        lab.faults().add(Fault.of("destination", FaultKind.DROP_BEFORE).always());
        lab.faults().end(powerOff);

        JsonObject status = clearover.ended(job, "admin");
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Creating Backup Snapshots");
        assertThat(undo(status))
                .containsExactly(entry("volume-detachment", "failed"), entry("source-vm-power-on", "completed"));
        assertThat(site(clearover).sourcePower()).isEqualTo("poweredOn");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("cleanup_required");
    }

    @Test
    void the_source_stays_off_if_the_vm_at_the_destination_may_run(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        ArmedFault start = clearover.hold("startVirtualMachine", "web01");
        String job = clearover.start(LIVE, "{\"vm_name\": \"web01\"}");
        Clearover.awaitHeld(start);

        lab.faults().add(Fault.of("destination", FaultKind.DROP_BEFORE).always());
        lab.faults().end(start);

        assertThat(undo(clearover.ended(job, "admin"))).containsExactly(entry("test-vm-shutdown", "failed"));
        assertThat(site(clearover).sourcePower()).isEqualTo("poweredOff");
    }

    @Test
    void the_rollback_of_one_that_failed_when_the_source_was_off_switches_it_on_unless_told_otherwise(
            Clearover clearover) {
        Lab lab = clearover.installation().lab();
        lab.faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB).forVm("web01"));
        lab.faults().add(Fault.of("power-on", FaultKind.REFUSE).forVm("web01").always());
        clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));
        assertThat(site(clearover).sourcePower()).isEqualTo("poweredOff");
        clearover.letGo();

        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getBoolean("power_on_source")).isTrue();
        assertThat(site(clearover).sourcePower()).isEqualTo("poweredOn");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    /** Names of the undo's steps and how they ended. */
    private static Map<String, String> undo(JsonObject status) {
        Map<String, String> steps = new LinkedHashMap<>();
        status.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getBoolean("undo"))
                .forEach(step -> steps.put(step.getString("name"), step.getString("status")));
        return steps;
    }

    @Test
    void one_whose_source_never_tells_its_state_ends_there_and_leaves_the_vm_as_it_was(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        Site before = site(clearover);
        lab.faults()
                .add(Fault.of("power-state", FaultKind.DROP_BEFORE)
                        .forVm("web01")
                        .always());

        JsonObject job = clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("failed_step_friendly")).isEqualTo("Powering Off Source VM");
        assertThat(job.getJsonArray("steps").getValuesAs(JsonObject.class)).noneMatch(step -> step.getBoolean("undo"));
        assertThat(lab.acts().of("web01").all()).isEmpty();
        assertThat(before.difference(site(clearover))).isEmpty();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_guest_that_does_not_shut_down_is_switched_off_by_force(Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("power-off", FaultKind.HANG_GUEST).forVm("web01").always());

        JsonObject job = clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        assertThat(job.getString("status")).as(job.toString()).isEqualTo("completed");
        assertThat(site(clearover).sourcePower()).isEqualTo("poweredOff");
    }

    @Test
    void one_that_is_cancelled_while_the_guest_shuts_down_has_it_running_in_the_end(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        ArmedFault slow = lab.faults()
                .add(Fault.of("power-off", FaultKind.HANG_GUEST).forVm("web01").delay(Duration.ofMillis(4500)));
        String job = clearover.start(LIVE, "{\"vm_name\": \"web01\"}");
        Clearover.awaitHeld(slow);

        clearover.as("operator").post("/api/v1/failover/%s/cancel".formatted(job), "");

        assertThat(clearover.ended(job).getString("status")).isEqualTo("cancelled");
        assertThat(lab.acts().of("web01").all())
                .extracting(act -> act.command())
                .containsExactly("power-off", "power-on");
        assertThat(site(clearover).sourcePower()).isEqualTo("poweredOn");
    }

    @Test
    void the_source_stays_on_only_if_the_request_says_so_and_then_with_a_warning(Clearover clearover) {
        Api.Answer started = clearover
                .as("operator")
                .post(LIVE, "{\"vm_name\": \"web01\", \"power_off_source\": false, \"skip_virtio\": true}");

        List<String> warnings = started.json().getJsonArray("warnings").getValuesAs(text -> text.toString());
        JsonObject job = clearover.ended(started.json().getString("job_id"));

        assertThat(warnings)
                .hasSize(2)
                .anyMatch(warning -> warning.contains("source VM stays on"))
                .anyMatch(warning -> warning.contains("KVM drivers"));
        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(site(clearover).sourcePower()).isEqualTo("poweredOn");
    }

    @Test
    void the_progress_of_the_final_synchronization_is_shown_within_its_step(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        JsonObject sync = job.getJsonArray("steps").getJsonObject(2);
        assertThat(sync.getString("display_name")).isEqualTo("Final Data Synchronization");
        assertThat(sync.getJsonNumber("progress").doubleValue()).isBetween(0.0, 100.0);
    }

    private static Site site(Clearover clearover) {
        return clearover.installation().lab().look().of("web01");
    }
}
