package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another program on the same database overwrites what is recorded of a failover, at any moment: it does not count as
 * completed, and its VM can always be freed.
 */
@WithClearover
class OverwrittenFailoversIT extends OverwrittenRecords {

    private static int looksBeforeTheLastStep;

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
        String job = held("web01", call, 0, () -> clearover.startTestFailover("web01"));

        wipe(job, wiped);
        clearover.letGo();

        assertUndone("web01", clearover.ended(job, "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "'{}'", "'{\"plan\": []}'", OF_ANOTHER_FORM})
    void one_whose_record_is_wiped_in_its_last_step_does_not_count_as_completed(String wiped) {
        int before = looksBeforeTheLastStep();
        ArmedFault holding = lab.faults()
                .add(Fault.of("listVolumes", FaultKind.DELAY).after(before).delay(Duration.ofMinutes(5)));
        String job = clearover.startTestFailover("web01");
        Clearover.awaitHeld(holding);
        assertThat(clearover.status(job, "admin").getString("current_step")).isEqualTo("status-update");

        wipe(job, wiped);
        clearover.letGo();

        JsonObject status = clearover.ended(job, "admin");
        assertUndone("web01", status);
        assertThat(status.getInt("steps_total")).isEqualTo(10);
        assertFailsOver("web01");
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
        assertFreed("web01");
    }

    @Test
    void what_is_noted_while_it_runs_is_not_lost_either() {
        ArmedFault holding = clearover.hold("replicate", "web01");
        String job = live("web01");
        Clearover.awaitHeld(holding);

        clearover.sql("UPDATE job_tracking SET metadata = JSON_REMOVE(metadata, '$.source_switched_off', '$.volumes')"
                + " WHERE id = '%s'".formatted(job));
        lab.faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB).forVm("web01"));
        lab.faults().end(holding);

        assertThat(clearover.ended(job).getString("failed_step_friendly")).isEqualTo("Creating Backup Snapshots");
        assertFreed("web01");
    }

    @Test
    void a_live_failover_whose_record_is_wiped_is_undone_and_its_source_switched_on_again() {
        String job = held("web01", "replicate", 0, () -> live("web01"));
        assertThat(site("web01").sourcePower()).isEqualTo("poweredOff");

        wipe(job, NOTHING);
        clearover.letGo();

        assertUndone("web01", clearover.ended(job, "admin"));
    }

    @Test
    void one_that_fails_for_another_reason_is_undone_too_and_says_that_reason() {
        lab.faults().add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm("web01"));
        String job = held("web01", "queryAsyncJobResult:startVirtualMachine", 0, () -> live("web01"));

        wipe(job, "'{}'");
        clearover.letGo();

        JsonObject status = clearover.ended(job, "admin");
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Starting and Validating VM");
        assertThat(status.getString("cause")).isNotEqualTo("record-overwritten");
        assertFreed("web01");
    }

    @Test
    void one_that_is_being_undone_is_undone_to_the_end() {
        lab.faults().add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm("web01"));
        String job = held("web01", "detachVolume", 3, () -> live("web01"));

        wipe(job, NOTHING);
        clearover.letGo();

        JsonObject status = clearover.ended(job, "admin");
        assertThat(undo(status)).contains(entry("source-vm-power-on", "completed"));
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Starting and Validating VM");
        assertFreed("web01");
    }

    @Test
    void one_whose_record_is_no_json_keeps_no_other_from_its_sign_of_life() {
        String other = clearover.startTestFailover("erp01");
        String job = held("web01", "createSnapshot", 0, () -> clearover.startTestFailover("web01"));

        wipe(job, "'nonsense'");

        assertThat(clearover.ended(other).getString("status")).isEqualTo("completed");
        clearover.letGo();
        assertUndone("web01", clearover.ended(job, "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "'nonsense'"})
    void one_that_was_wiped_can_be_cancelled_like_any_other(String wiped) {
        String job = held("web01", "createSnapshot", 0, () -> clearover.startTestFailover("web01"));

        wipe(job, wiped);
        int cancelled = clearover
                .as("operator")
                .post("/api/v1/failover/%s/cancel".formatted(job), "")
                .status();
        clearover.letGo();

        assertThat(cancelled).isEqualTo(202);
        assertThat(clearover.ended(job).getString("status")).isEqualTo("cancelled");
        assertFreed("web01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ossea_volumes WHERE vm_context_id = '%s'",
                "DELETE FROM ossea_volumes WHERE vm_context_id = '%s' ORDER BY id DESC LIMIT 1",
            })
    void a_failover_whose_volumes_are_recorded_no_more_fails_and_gives_all_of_them_back(String wiping) {
        String job = held("web01", "createSnapshot", 0, () -> clearover.startTestFailover("web01"));

        clearover.sql(wiping.formatted(clearover.contextId("web01")));
        clearover.letGo();

        JsonObject status = clearover.ended(job, "admin");
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertThat(site("web01").isUntouched())
                .as(before.of("web01").difference(site("web01")))
                .isTrue();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_failover_whose_disks_are_recorded_no_more_starts_its_vm_from_the_right_one() {
        String system = before.of("web01").disks().stream()
                .filter(disk -> clearover.number(
                                "SELECT COUNT(*) FROM ossea_volumes v JOIN vm_disks d ON d.ossea_volume_id = v.id"
                                        + " WHERE d.disk_id = 'disk-2000' AND v.volume_id = '%s'".formatted(disk.id()))
                        == 1)
                .findFirst()
                .orElseThrow()
                .id();
        String job = held("web01", "createSnapshot", 0, () -> clearover.startTestFailover("web01"));

        clearover.sql("UPDATE vm_disks SET disk_id = CONCAT('lost-', 10000 - id) WHERE vm_context_id = '%s'"
                .formatted(clearover.contextId("web01")));
        clearover.letGo();

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
        assertThat(site("web01").disks())
                .filteredOn(disk -> disk.id().equals(system))
                .allMatch(disk -> disk.deviceId() == 0);
        assertThat(clearover.ended(clearover.startRollback("web01")).getString("status"))
                .isEqualTo("completed");
        assertThat(before.of("web01").difference(site("web01"))).isEmpty();
    }

    @Test
    void a_failover_notes_the_vm_that_it_made_again() {
        String job =
                held("web01", "queryAsyncJobResult:startVirtualMachine", 0, () -> clearover.startTestFailover("web01"));
        clearover.sql("UPDATE failover_jobs SET destination_vm_id = NULL");
        clearover.letGo();

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
        lab.renameVm(site("web01").guests().get(0).id(), "renamed by its new owner");
        assertThat(clearover.ended(clearover.startRollback("web01")).getString("status"))
                .isEqualTo("completed");
        assertFreed("web01");
    }

    @Test
    void one_that_was_wiped_after_its_end_is_shown_as_ours_and_is_not_repeated_blindly() {
        lab.faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB).forVm("web01"));
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);

        wipe(job, NOTHING);

        JsonObject status = clearover.status(job, "operator");
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Creating Backup Snapshots");
        JsonObject refused =
                ProblemDocument.of(clearover.as("operator").post("/api/v1/failover/%s/retry".formatted(job), ""), 409);
        assertThat(refused.getString("type")).endsWith("request-unknown");
        assertFreed("web01");
    }

    /** How many looks at the VM's volumes a failover takes before that of its last step; the same each time. */
    private int looksBeforeTheLastStep() {
        if (looksBeforeTheLastStep == 0) {
            lab.forgetActs();
            clearover.ended(clearover.startTestFailover("web01"));
            looksBeforeTheLastStep = (int) lab.asked().stream()
                            .filter(asked -> asked.call().equals("listVolumes"))
                            .count()
                    - 1;
            clearover.ended(clearover.startRollback("web01"));
        }
        return looksBeforeTheLastStep;
    }

    /** Names of the undo's steps and how they ended. */
    private static Map<String, String> undo(JsonObject status) {
        Map<String, String> steps = new LinkedHashMap<>();
        status.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getBoolean("undo"))
                .forEach(step -> steps.put(step.getString("name"), step.getString("status")));
        return steps;
    }
}
