package io.clearover.acceptance.api;

import static io.clearover.acceptance.api.PreflightAnswers.assertFailed;
import static io.clearover.acceptance.api.PreflightAnswers.check;
import static io.clearover.acceptance.api.PreflightAnswers.preflight;
import static io.clearover.acceptance.api.PreflightAnswers.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Destination;
import io.clearover.lab.state.Room;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a preflight finds of each thing that can be wrong. */
@WithClearover
class PreflightFindingsIT {

    private static final String UNKNOWN_ID = "00000000-0000-0000-0000-000000000000";

    private Clearover clearover;

    @AfterEach
    void restore() {
        if (clearover != null) {
            clearover.installation().lab().faults().clear();
            clearover.installation().lab().makeRoom(new Room());
            clearover.installation().lab().stopExports(false);
        }
    }

    @Test
    void app01_has_no_network_mapping(Clearover clearover) {
        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"app01\"}");

        assertThat(answer.getString("result")).isEqualTo("fail");
        assertFailed(answer, "network-mapping", "network");
        assertThat(results(answer)).doesNotContainKey("networks");
    }

    @Test
    void far01_fails_at_its_source_unless_that_is_not_needed(Clearover clearover) {
        JsonObject needed = preflight(clearover, "viewer", "{\"vm_name\": \"far01\"}");
        JsonObject not = preflight(clearover, "viewer", "{\"vm_name\": \"far01\", \"perform_final_sync\": false}");

        assertFailed(needed, "source-vm", "connectivity");
        assertThat(needed.getString("result")).isEqualTo("fail");
        assertThat(results(not)).doesNotContainKeys("source", "source-vm");
        assertThat(results(not).values()).doesNotContain("fail");
    }

    @ParameterizedTest
    @CsvSource({
        "discovered",
        "replicating",
        "failed_over_test",
        "failed_over_live",
        "cleanup_required",
        "completed",
        "failed"
    })
    void each_other_state_of_the_vm_fails_with_its_advice(String state, Clearover clearover) {
        clearover.sql(
                "UPDATE vm_replication_contexts SET current_status = '%s' WHERE vm_name = 'web01'".formatted(state));

        for (String type : List.of("test", "live")) {
            assertFailed(
                    preflight(
                            clearover, "viewer", "{\"vm_name\": \"web01\", \"failover_type\": \"%s\"}".formatted(type)),
                    "vm-state",
                    "configuration");
        }
    }

    @Test
    void an_operation_that_runs_fails(Clearover clearover) {
        String job = clearover.startTestFailover("erp01");

        JsonObject answer = preflight(clearover, "admin", "{\"vm_name\": \"erp01\"}");

        assertFailed(answer, "running-operation", "platform");
        assertThat(check(answer, "running-operation").getString("technical_details"))
                .contains(job);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replication      | fail | UPDATE vm_disks SET disk_change_id = NULL",
                "replication      | warn | UPDATE replication_jobs SET completed_at = completed_at - INTERVAL 3 DAY",
                "replication      | warn | UPDATE replication_jobs SET status = 'failed'",
                "replication      | warn | INSERT INTO vm_disks (vm_context_id, job_id, disk_id, vm_dk_path, size_gb)"
                        + " SELECT vm_context_id, job_id, 'disk-2009', '', 1 FROM vm_disks WHERE disk_id = 'disk-2000'",
                "volumes          | fail | UPDATE ossea_volumes SET volume_id = CONCAT('00000000', SUBSTRING(volume_id, 9))",
                "volumes          | fail | UPDATE ossea_configs SET oma_vm_id = 'ac9ef9cb-0000-0000-0000-000000000000'",
                "networks         | fail | UPDATE network_mappings SET destination_network_id = '" + UNKNOWN_ID + "'",
                "network-mapping  | fail | DELETE FROM network_mappings",
                "destination      | fail | UPDATE ossea_configs SET secret_key = 'wrong'",
                "destination      | fail | UPDATE ossea_configs SET api_url = 'http://localhost:1/client/api'",
                "destination      | fail | UPDATE ossea_configs SET is_active = 0",
                "zone             | fail | UPDATE ossea_configs SET zone = 'nowhere'",
                "service-offering | fail | UPDATE ossea_configs SET service_offering_id = 'nothing'",
                "template         | fail | UPDATE ossea_configs SET template_id = 'nothing'",
                "source-vm        | fail | UPDATE vm_replication_contexts SET vmware_vm_id = CONCAT('x', vmware_vm_id)"
            })
    void what_is_wrong_with_the_record_is_found(String check, String result, String sql, Clearover clearover) {
        clearover.sql(sql);

        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}");

        assertThat(results(answer)).as(answer.toString()).containsEntry(check, result);
        assertThat(answer.getString("result")).isEqualTo(result);
        assertThat(check(answer, check).getJsonArray("actionable_steps")).isNotEmpty();
    }

    @Test
    void a_destination_that_refuses_is_told_once(Clearover clearover) {
        clearover.sql("UPDATE ossea_configs SET secret_key = 'wrong'");

        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}");

        assertThat(results(answer).values().stream().filter("fail"::equals)).hasSize(1);
        assertThat(check(answer, "volumes").getString("message")).isEqualTo("Could not be checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEMORY", "CPU", "STORAGE"})
    void a_full_destination_fails(String full, Clearover clearover) {
        Room room = new Room();
        room.full.add(full);
        lab(clearover).makeRoom(room);

        assertFailed(preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}"), "capacity", "platform");
    }

    @ParameterizedTest
    @CsvSource({"user_vm, 1", "snapshot, 1", "cpu, 3", "memory, 4096"})
    void an_account_at_its_limit_fails(String resource, int limit, Clearover clearover) {
        Room room = new Room();
        room.limits.put(resource, limit);
        lab(clearover).makeRoom(room);

        assertFailed(preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}"), "quota", "platform");
    }

    @Test
    void what_the_account_may_not_know_passes_as_not_known(Clearover clearover) {
        lab(clearover)
                .faults()
                .add(Fault.of("listCapacity", FaultKind.REFUSE_401).always());
        lab(clearover)
                .faults()
                .add(Fault.of("listAccounts", FaultKind.REFUSE_401).always());
        lab(clearover).faults().add(Fault.of("listHosts", FaultKind.REFUSE_401).always());
        lab(clearover)
                .faults()
                .add(Fault.of("listAsyncJobs", FaultKind.REFUSE_401).always());

        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}");

        assertThat(results(answer))
                .containsEntry("capacity", "pass")
                .containsEntry("quota", "pass")
                .containsEntry("hosts", "pass")
                .containsEntry("volume-use", "pass");
        assertThat(check(answer, "capacity").getString("message")).contains("not known");
        assertThat(check(answer, "quota").getString("message")).contains("not known");
    }

    @ParameterizedTest
    @CsvSource({
        "zone, zone",
        "offering, service-offering",
        "template, template",
        "failover-test, networks",
    })
    void what_is_there_but_closed_is_warned_of(String what, String check, Clearover clearover) {
        Room room = new Room();
        room.closed.add(what);
        lab(clearover).makeRoom(room);

        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}")))
                .containsEntry(check, "warn");

        lab(clearover).makeRoom(new Room());

        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}")))
                .containsEntry(check, "pass");
    }

    @Test
    void volumes_that_are_released_and_a_large_host_are_seen(Clearover clearover) {
        Room room = new Room();
        room.volumesReleased = true;
        room.largeHost = true;
        lab(clearover).makeRoom(room);

        assertThat(preflight(clearover, "viewer", "{\"vm_name\": \"db01\"}").getString("result"))
                .isEqualTo("pass");
        assertThat(preflight(clearover, "viewer", "{\"vm_name\": \"legacy01\"}").getString("result"))
                .isEqualTo("pass");
    }

    @ParameterizedTest
    @CsvSource({"Error, snapshots", "BackingUp, snapshots", "BackedUp, left-overs"})
    void a_snapshot_that_is_in_the_way_is_warned_of(String state, String check, Clearover clearover) {
        String volume = clearover.text("SELECT volume_id FROM ossea_volumes WHERE vm_context_id = '%s' LIMIT 1"
                .formatted(clearover.contextId("web01")));
        lab(clearover).takeSnapshot(volume, check.equals("left-overs") ? "clearover-1" : "by-hand", state);

        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}")))
                .containsEntry(check, "warn");
    }

    @Test
    void an_export_service_that_is_away_fails_unless_nothing_is_to_be_sent_to_it(Clearover clearover) {
        lab(clearover).stopExports(true);

        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}")))
                .containsEntry("exports", "fail");
        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"web01\", \"perform_final_sync\": false}")))
                .doesNotContainKey("exports");
    }

    @Test
    void a_live_failover_needs_its_name_to_be_free(Clearover clearover) {
        clearover.insertVm("ctx-taken", Destination.APPLIANCE_VM_NAME, "vc1", "ready_for_failover");

        JsonObject live =
                preflight(clearover, "viewer", "{\"context_id\": \"ctx-taken\", \"failover_type\": \"live\"}");
        JsonObject test = preflight(clearover, "viewer", "{\"context_id\": \"ctx-taken\"}");

        assertFailed(live, "vm-name", "configuration");
        assertThat(results(test)).doesNotContainKey("vm-name");
    }

    @Test
    void a_source_that_is_broken_fails(Clearover clearover) {
        lab(clearover).faults().add(Fault.of("health", FaultKind.REFUSE).always());

        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}");

        assertThat(results(answer)).containsEntry("source", "fail");
    }

    @Test
    void when_destination_and_source_hang_the_answer_comes_all_the_same(Clearover clearover) {
        lab(clearover).faults().add(Fault.of("destination", FaultKind.HANG).always());
        lab(clearover).faults().add(Fault.of("source", FaultKind.HANG).always());

        Instant asked = Instant.now();
        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}");

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMillis(12_500));
        assertThat(answer.getString("result")).isEqualTo("warn");
        assertThat(check(answer, "destination").getString("message")).isEqualTo("Could not be checked in time");
        assertThat(results(answer))
                .containsEntry("source", "warn")
                .containsEntry("volumes", "warn")
                .containsEntry("vm-state", "pass")
                .containsEntry("driver-tool", "pass");
    }

    private Lab lab(Clearover running) {
        clearover = running;
        return running.installation().lab();
    }
}
