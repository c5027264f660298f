package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.First;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another program on the same database overwrites what is recorded of an operation, at any moment: the operation does not count
 * as completed, and its VM can always be freed.
 */
@First
@WithClearover
class OverwrittenRecordsIT {

    private static final String LIVE = "/api/v1/failover/live";
    private static final String VM = "{\"vm_name\": \"web01\"}";

    private static final String NOTHING = "NULL";
    private static final String OF_ANOTHER_FORM = "'{\"context_id\": \"ctx-web01-20250901-090000\","
            + " \"vm_name\": \"web01\", \"failover_type\": \"test\", \"external_job_id\": \"theirs\"}'";

    private Clearover clearover;
    private Site before;
    private ArmedFault holding;

    @BeforeEach
    void look(Clearover running) {
        clearover = running;
        before = site();
    }

    @AfterEach
    void dropTrigger() {
        clearover.sql("DROP TRIGGER IF EXISTS wipe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "discover | NULL",
                "createSnapshot | '{}'",
                "driver | '[1, 2]'",
                "queryAsyncJobResult:deployVirtualMachine | 'nonsense'",
                "attachVolume | '{\"plan\": \"validation\"}'",
                "queryAsyncJobResult:startVirtualMachine | NULL",
                "queryAsyncJobResult:startVirtualMachine | JSON_REMOVE(metadata, \"$.plan\")",
            })
    void a_test_failover_whose_record_is_wiped_fails_and_is_undone(String call, String wiped) {
        String job = held(call, 0, () -> clearover.startTestFailover("web01"));

        wipe(job, wiped);
        clearover.letGo();

        assertUndone(clearover.ended(job, "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "'{}'", "'{\"plan\": []}'", OF_ANOTHER_FORM})
    void one_whose_record_is_wiped_in_its_last_step_does_not_count_as_completed(String wiped) {
        int last = lastStepsLooks();
        holding = lab().faults()
                .add(Fault.of("listVolumes", FaultKind.DELAY).after(last).delay(Duration.ofMinutes(5)));
        String job = clearover.startTestFailover("web01");
        Clearover.awaitHeld(holding);
        assertThat(clearover.status(job, "admin").getString("current_step")).isEqualTo("status-update");

        wipe(job, wiped);
        clearover.letGo();

        JsonObject status = clearover.ended(job, "admin");
        assertUndone(status);
        assertThat(status.getInt("steps_total")).isEqualTo(10);
    }

    @Test
    void one_whose_record_is_wiped_when_its_last_step_has_ended_does_not_count_as_completed() {
        clearover.sql("CREATE TRIGGER wipe AFTER UPDATE ON job_steps FOR EACH ROW IF NEW.name = 'status-update'"
                + " AND NEW.status = 'completed' THEN UPDATE job_tracking SET metadata = '{}' WHERE id = NEW.job_id;"
                + " END IF");

        JsonObject status = clearover.ended(clearover.startTestFailover("web01"), "admin");

        dropTrigger();
        assertThat(status.getString("status")).as(status.toString()).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertFreed();
    }

    @Test
    void what_is_noted_while_it_runs_is_not_lost_either() {
        String job = held("replicate", 0, () -> clearover.start(LIVE, VM));

        clearover.sql("UPDATE job_tracking SET metadata = JSON_REMOVE(metadata, '$.source_switched_off', '$.volumes')"
                + " WHERE id = '%s'".formatted(job));
        lab().faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB).forVm("web01"));
        lab().faults().end(holding);

        assertThat(clearover.ended(job).getString("failed_step_friendly")).isEqualTo("Creating Backup Snapshots");
        assertFreed();
    }

    @Test
    void a_live_failover_whose_record_is_wiped_is_undone_and_its_source_switched_on_again() {
        String job = held("replicate", 0, () -> clearover.start(LIVE, VM));
        assertThat(site().sourcePower()).isEqualTo("poweredOff");

        wipe(job, NOTHING);
        clearover.letGo();

        assertUndone(clearover.ended(job, "admin"));
    }

    @Test
    void one_that_fails_for_another_reason_is_undone_too_and_says_that_reason() {
        lab().faults().add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm("web01"));
        String job = held("queryAsyncJobResult:startVirtualMachine", 0, () -> clearover.start(LIVE, VM));

        wipe(job, "'{}'");
        clearover.letGo();

        JsonObject status = clearover.ended(job, "admin");
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Starting and Validating VM");
        assertThat(status.getString("cause")).isNotEqualTo("record-overwritten");
        assertFreed();
    }

    @Test
    void one_that_is_being_undone_is_undone_to_the_end() {
        lab().faults().add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm("web01"));
        String job = held("detachVolume", 3, () -> clearover.start(LIVE, VM));

        wipe(job, NOTHING);
        clearover.letGo();

        JsonObject status = clearover.ended(job, "admin");
        assertThat(undo(status)).contains(entry("source-vm-power-on", "completed"));
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Starting and Validating VM");
        assertFreed();
    }

    @Test
    void one_whose_record_is_no_json_keeps_no_other_from_its_sign_of_life() {
        String other = clearover.startTestFailover("erp01");
        String job = held("createSnapshot", 0, () -> clearover.startTestFailover("web01"));

        wipe(job, "'nonsense'");

        assertThat(clearover.ended(other).getString("status")).isEqualTo("completed");
        clearover.letGo();
        assertUndone(clearover.ended(job, "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "'nonsense'"})
    void one_that_was_wiped_can_be_cancelled_like_any_other(String wiped) {
        String job = held("createSnapshot", 0, () -> clearover.startTestFailover("web01"));

        wipe(job, wiped);
        int cancelled = clearover
                .as("operator")
                .post("/api/v1/failover/%s/cancel".formatted(job), "")
                .status();
        clearover.letGo();

        assertThat(cancelled).isEqualTo(202);
        assertThat(clearover.ended(job).getString("status")).isEqualTo("cancelled");
        assertFreed();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "'{}'", OF_ANOTHER_FORM})
    void a_rollback_whose_record_is_wiped_fails_and_the_next_one_frees_the_vm(String wiped) {
        clearover.ended(clearover.start(LIVE, VM));
        String rollback = held("revertSnapshot", 0, () -> rollback(true));

        wipe(rollback, wiped);
        clearover.letGo();

        JsonObject status = clearover.ended(rollback);
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertThat(status.getInt("steps_total")).isEqualTo(7);
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("cleanup_required");
        assertThat(clearover.ended(rollback(true)).getString("status")).isEqualTo("completed");
        assertFreed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE job_tracking SET metadata = NULL WHERE id = '%1$s'",
                "UPDATE failover_jobs SET destination_vm_id = NULL WHERE vm_context_id = '%2$s'",
                "UPDATE failover_jobs SET destination_vm_id = 'no-such-vm' WHERE vm_context_id = '%2$s'",
                "UPDATE failover_jobs SET destination_vm_id = '%3$s' WHERE vm_context_id = '%2$s'",
                "UPDATE failover_jobs SET vm_context_id = NULL WHERE vm_context_id = '%2$s'",
                "DELETE FROM failover_jobs WHERE vm_context_id = '%2$s'",
                "UPDATE ossea_volumes SET snapshot_id = NULL, snapshot_status = NULL WHERE vm_context_id = '%2$s'",
                "UPDATE ossea_volumes SET snapshot_id = 'no-such-snapshot' WHERE vm_context_id = '%2$s'",
                "DELETE FROM device_mappings WHERE vm_context_id = '%2$s'",
            })
    void the_rollback_of_a_failover_that_was_wiped_since_finds_what_it_made_at_the_destination(String wiping) {
        String theirs = lab().makeVm("somebody-elses");
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);

        clearover.sql(wiping.formatted(job, clearover.contextId("web01"), theirs));
        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(clearover.dataCentre().toString()).contains(theirs);
        assertFreed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ossea_volumes WHERE vm_context_id = '%s'",
                "UPDATE ossea_volumes SET vm_context_id = NULL WHERE vm_context_id = '%s'",
            })
    void the_rollback_of_a_failover_whose_volumes_are_recorded_no_more_gives_them_back_and_keeps_the_copies(
            String wiping) {
        clearover.ended(clearover.startTestFailover("web01"));

        clearover.sql(wiping.formatted(clearover.contextId("web01")));
        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(site().isUntouched()).as(before.difference(site())).isTrue();
        assertRefusedUntilReplicated();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ossea_volumes WHERE vm_context_id = '%s'",
                "DELETE FROM ossea_volumes WHERE vm_context_id = '%s' ORDER BY id DESC LIMIT 1",
            })
    void a_failover_whose_volumes_are_recorded_no_more_fails_and_gives_all_of_them_back(String wiping) {
        String job = held("createSnapshot", 0, () -> clearover.startTestFailover("web01"));

        clearover.sql(wiping.formatted(clearover.contextId("web01")));
        clearover.letGo();

        JsonObject status = clearover.ended(job, "admin");
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertThat(site().isUntouched()).as(before.difference(site())).isTrue();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_failover_whose_disks_are_recorded_no_more_starts_its_vm_from_the_right_one() {
        String system = before.disks().stream()
                .filter(disk -> clearover.number(
                                "SELECT COUNT(*) FROM ossea_volumes v JOIN vm_disks d ON d.ossea_volume_id = v.id"
                                        + " WHERE d.disk_id = 'disk-2000' AND v.volume_id = '%s'".formatted(disk.id()))
                        == 1)
                .findFirst()
                .orElseThrow()
                .id();
        String job = held("createSnapshot", 0, () -> clearover.startTestFailover("web01"));

        clearover.sql("UPDATE vm_disks SET disk_id = CONCAT('lost-', 10000 - id) WHERE vm_context_id = '%s'"
                .formatted(clearover.contextId("web01")));
        clearover.letGo();

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
        assertThat(site().disks()).filteredOn(disk -> disk.id().equals(system)).allMatch(disk -> disk.deviceId() == 0);
        assertThat(clearover.ended(clearover.startRollback("web01")).getString("status"))
                .isEqualTo("completed");
        assertThat(before.difference(site())).isEmpty();
    }

    @Test
    void a_failover_notes_the_vm_that_it_made_again() {
        String job = held("queryAsyncJobResult:startVirtualMachine", 0, () -> clearover.startTestFailover("web01"));
        clearover.sql("UPDATE failover_jobs SET destination_vm_id = NULL");
        clearover.letGo();

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
        lab().renameVm(site().guests().get(0).id(), "renamed by its new owner");
        assertThat(clearover.ended(clearover.startRollback("web01")).getString("status"))
                .isEqualTo("completed");
        assertFreed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "test | createSnapshot | NULL",
                "test | queryAsyncJobResult:deployVirtualMachine | '{}'",
                "live | replicate | 'nonsense'",
                "live | attachVolume | '{\"plan\": [\"validation\"]}'",
                "live | queryAsyncJobResult:startVirtualMachine | NULL",
            })
    void one_that_is_taken_over_with_its_record_wiped_is_undone_and_its_source_runs(
            String type, String call, String wiped) {
        String job = held(call, 0, () -> clearover.start("/api/v1/failover/" + type, VM));

        clearover.installation().server().kill();
        wipe(job, wiped);
        clearover.sql("UPDATE failover_jobs SET destination_vm_id = NULL");
        clearover.letGo();
        clearover.installation().startServer();

        assertUndone(clearover.ended(job, "admin"));
    }

    @Test
    void a_rollback_that_is_taken_over_with_its_record_wiped_fails_and_the_next_one_frees_the_vm() {
        clearover.ended(clearover.start(LIVE, VM));
        String rollback = held("attachVolume", 0, () -> rollback(true));

        clearover.installation().server().kill();
        wipe(rollback, NOTHING);
        clearover.letGo();
        clearover.installation().startServer();

        JsonObject status = clearover.ended(rollback);
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("cleanup_required");
        assertThat(clearover.ended(rollback(true)).getString("status")).isEqualTo("completed");
        assertFreed();
    }

    @Test
    void the_rollback_of_a_live_failover_that_failed_and_was_wiped_switches_the_source_on() {
        lab().faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB).forVm("web01"));
        lab().faults().add(Fault.of("power-on", FaultKind.REFUSE).forVm("web01").always());
        String job = clearover.start(LIVE, VM);
        clearover.ended(job);
        clearover.letGo();

        wipe(job, NOTHING);
        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getBoolean("power_on_source")).isTrue();
        assertFreed();
    }

    @Test
    void one_that_was_wiped_after_its_end_is_shown_as_ours_and_is_not_repeated_blindly() {
        lab().faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB).forVm("web01"));
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);

        wipe(job, NOTHING);

        JsonObject status = clearover.status(job, "operator");
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Creating Backup Snapshots");
        JsonObject refused =
                ProblemDocument.of(clearover.as("operator").post("/api/v1/failover/%s/retry".formatted(job), ""), 409);
        assertThat(refused.getString("type")).endsWith("request-unknown");
        assertFreed();
    }

    /** How many looks at the VM's volumes a failover takes before that of its last step. */
    private int lastStepsLooks() {
        lab().forgetActs();
        clearover.ended(clearover.startTestFailover("web01"));
        int looks = (int) lab().asked().stream()
                .filter(asked -> asked.call().equals("listVolumes"))
                .count();
        clearover.ended(clearover.startRollback("web01"));
        return looks - 1;
    }

    private String held(String call, int after, Supplier<String> start) {
        holding = clearover.hold(call, "web01", after);
        String job = start.get();
        Clearover.awaitHeld(holding);
        return job;
    }

    private String rollback(boolean powerOn) {
        return clearover.start(
                "/api/v1/failover/rollback", "{\"vm_name\": \"web01\", \"power_on_source\": %s}".formatted(powerOn));
    }

    private void wipe(String job, String value) {
        clearover.sql(
                "SET check_constraint_checks = 0",
                "UPDATE job_tracking SET metadata = %s WHERE id = '%s'".formatted(value, job));
    }

    private void assertUndone(JsonObject status) {
        assertThat(status.getString("status")).as(status.toString()).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertThat(status.get("failed_step_friendly")).isNotEqualTo(JsonValue.NULL);
        assertThat(clearover.vm("web01").getJsonObject("last_operation").getString("status"))
                .isEqualTo("failed");
        assertFreed();
    }

    /** All is as it was, and the next failover works. */
    private void assertFreed() {
        assertThat(before.difference(site())).isEmpty();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
        assertThat(clearover.ended(clearover.startTestFailover("web01")).getString("status"))
                .isEqualTo("completed");
    }

    private void assertRefusedUntilReplicated() {
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
        JsonObject next = clearover.ended(clearover.startTestFailover("web01"));
        assertThat(next.getString("failed_step_friendly")).isEqualTo("Pre-flight Validation");
        assertThat(next.getString("cause")).isEqualTo("not-replicated");
    }

    /** Names of the undo's steps and how they ended. */
    private static Map<String, String> undo(JsonObject status) {
        Map<String, String> steps = new LinkedHashMap<>();
        status.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getBoolean("undo"))
                .forEach(step -> steps.put(step.getString("name"), step.getString("status")));
        return steps;
    }

    private Site site() {
        return lab().look().of("web01");
    }

    private Lab lab() {
        return clearover.installation().lab();
    }
}
