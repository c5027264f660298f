package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Clearover writes is what the appliance's other programs look for in the same tables: words, ids and JSON. */
@WithClearover
class ApplianceReadersIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

    /** The words of the appliance's engine for its steps, and Clearover's own few. */
    private static final Set<String> STEPS = Set.of(
            "validation",
            "source-vm-power-off",
            "final-sync",
            "multi-volume-snapshot-creation",
            "virtio-driver-injection",
            "vm-creation",
            "volume-attachment",
            "network-configuration",
            "vm-startup-and-validation",
            "status-update",
            "test-vm-shutdown",
            "volume-detachment",
            "cloudstack-snapshot-rollback",
            "volume-reattachment-to-oma",
            "test-vm-deletion");

    @Test
    void a_failover_and_its_rollback_are_found_and_understood_by_their_readers(Clearover clearover) {
        String failover = clearover.startTestFailover("web01");
        clearover.ended(failover);
        assertThat(clearover.text(
                        "SELECT current_status FROM vm_replication_contexts WHERE context_id = '%s'".formatted(WEB01)))
                .isEqualTo("failed_over_test");
        String rollback = clearover.startRollback("web01");
        clearover.ended(rollback);

        JsonObject failedOver = job(clearover, failover, "failover", "unified-test-failover", "failover", "completed");
        assertThat(failedOver.keySet())
                .contains(
                        "context_id", "vmware_vm_id", "vm_name", "failover_type", "failover_job_id", "external_job_id");
        JsonObject rolledBack =
                job(clearover, rollback, "cleanup", "enhanced-test-failover-rollback", "system", "completed");
        assertThat(rolledBack.getString("vm_name_or_id")).isEqualTo("web01");
        assertThat(rolledBack.getString("operation")).isEqualTo("unified-failover-rollback");
        assertThat(rolledBack.get("force_cleanup")).isEqualTo(JsonValue.FALSE);
        assertThat(clearover.text(
                        "SELECT current_status FROM vm_replication_contexts WHERE context_id = '%s'".formatted(WEB01)))
                .isEqualTo("ready_for_failover");
    }

    @Test
    void the_appliances_own_row_of_a_failover_is_found_by_job_by_vm_and_by_name(Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        String external = clearover.ended(job).getString("external_job_id");
        String vmwareId = clearover.text(
                "SELECT vmware_vm_id FROM vm_replication_contexts WHERE context_id = '%s'".formatted(WEB01));

        for (String id : List.of(external, vmwareId, "web01")) {
            assertThat(clearover.text(
                            """
                            SELECT CONCAT_WS(' ', job_id, job_type, status, vm_context_id, destination_vm_id IS NOT NULL,
                                             completed_at >= started_at)
                              FROM failover_jobs WHERE job_id = '%1$s' OR vm_id = '%1$s' OR source_vm_name = '%1$s'
                             ORDER BY created_at DESC LIMIT 1"""
                                    .formatted(id)))
                    .as(id)
                    .isEqualTo("%s test completed %s 1 1".formatted(external, WEB01));
        }
    }

    @Test
    void a_failed_failover_says_so_in_both_tables_with_its_error(Clearover clearover) {
        String job = clearover.startTestFailover("pgtest1");
        String external = clearover.ended(job).getString("external_job_id");

        job(clearover, job, "failover", "unified-test-failover", "failover", "failed");
        assertThat(clearover.text("SELECT error_message FROM job_tracking WHERE id = '%s'".formatted(job)))
                .isNotBlank();
        assertThat(clearover.text(
                        "SELECT CONCAT(status, ' ', error_message <> '') FROM failover_jobs WHERE job_id = '%s'"
                                .formatted(external)))
                .isEqualTo("failed 1");
    }

    @Test
    void a_summary_has_all_fields_in_the_appliances_form(Clearover clearover) {
        String job = clearover.startTestFailover("pgtest1");
        clearover.ended(job);

        JsonObject summary = json(
                clearover.text("SELECT last_operation_summary FROM vm_replication_contexts WHERE vm_name = 'pgtest1'"));

        assertThat(summary.keySet())
                .contains(
                        "job_id",
                        "external_job_id",
                        "operation_type",
                        "status",
                        "progress",
                        "timestamp",
                        "steps_completed",
                        "steps_total",
                        "duration_seconds",
                        "failed_step",
                        "error_message",
                        "error_category",
                        "error_severity",
                        "actionable_steps");
        assertThat(summary.getString("operation_type")).isEqualTo("test_failover");
        assertThat(OffsetDateTime.parse(summary.getString("timestamp"))).isNotNull();
        assertThat(summary.getJsonNumber("progress").doubleValue()).isBetween(0.0, 100.0);
    }

    @Test
    void what_belongs_to_replications_is_not_touched(Clearover clearover) {
        String before = replications(clearover);

        clearover.ended(clearover.startTestFailover("web01"));
        clearover.ended(clearover.startRollback("web01"));

        assertThat(replications(clearover)).isEqualTo(before);
    }

    private static String replications(Clearover clearover) {
        return clearover.checksum("replication_jobs")
                + clearover.text(
                        """
                        SELECT CONCAT_WS('|', current_job_id, last_successful_job_id, total_jobs_run, successful_jobs, failed_jobs,
                                         last_job_at, scheduler_enabled)
                          FROM vm_replication_contexts WHERE context_id = '%s'"""
                                .formatted(WEB01));
    }

    /** The metadata of a job that is as the appliance's readers look for it. */
    private static JsonObject job(
            Clearover clearover, String id, String jobType, String operation, String category, String status) {
        assertThat(clearover.text(
                        """
                        SELECT CONCAT_WS(' ', job_type, operation, job_category, status, parent_job_id IS NULL,
                                         percent_complete BETWEEN 0 AND 100, completed_at >= started_at,
                                         CHAR_LENGTH(external_job_id) <= 64)
                          FROM job_tracking WHERE id = '%s'"""
                                .formatted(id)))
                .isEqualTo("%s %s %s %s 1 1 1 1".formatted(jobType, operation, category, status));
        List<String> steps =
                clearover.texts("SELECT name FROM job_steps WHERE job_id = '%s' ORDER BY seq".formatted(id));
        assertThat(steps).isNotEmpty().isSubsetOf(STEPS);
        assertThat(clearover.text(
                        "SELECT MIN(status IN ('completed', 'failed', 'skipped') AND completed_at >= started_at) FROM job_steps"
                                + " WHERE job_id = '%s'".formatted(id)))
                .isEqualTo("1");
        JsonObject metadata = json(clearover.text("SELECT metadata FROM job_tracking WHERE id = '%s'".formatted(id)));
        String external = clearover.text("SELECT external_job_id FROM job_tracking WHERE id = '%s'".formatted(id));
        assertThat(metadata.getString("external_job_id")).isEqualTo(external);
        assertThat(metadata.getString("failover_type")).isEqualTo("test");
        assertThat(metadata.getString("context_id"))
                .isEqualTo(clearover.text("SELECT context_id FROM job_tracking WHERE id = '%s'".formatted(id)));
        return metadata;
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
