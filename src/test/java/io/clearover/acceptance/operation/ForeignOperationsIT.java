package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What other programs of the appliance run ends like what Clearover runs: explained, told, kept. */
@WithClearover
class ForeignOperationsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String WEB01 = "ctx-web01-20250901-090000";

    @Test
    void the_end_of_another_programs_failover_is_explained_with_its_vm_and_told_to_listeners(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO job_tracking (id, external_job_id, context_id, job_type, operation, status, owner, job_category)
                VALUES ('theirs', 'unified-test-failover-web01-1759501140', '%s', 'failover', 'unified-test-failover', 'running',
                        'system', 'failover')"""
                        .formatted(WEB01),
                "INSERT INTO job_steps (job_id, name, seq) VALUES ('theirs', 'vm-creation', 1)");
        try (Listening listening =
                clearover.as("viewer").listen("/api/v1/events").ready()) {
            clearover.sql(
                    "UPDATE job_steps SET status = 'failed', completed_at = UTC_TIMESTAMP(6), error_message ="
                            + " 'VM creation phase failed: Unable to create a deployment for VM instance {\"id\":412}'"
                            + " WHERE job_id = 'theirs'",
                    "UPDATE job_tracking SET status = 'failed', completed_at = UTC_TIMESTAMP() WHERE id = 'theirs'");

            assertThat(listening.hearsEndOf("theirs").said()).isEqualTo("job failed");
        }
        JsonObject last = told(clearover, "theirs");

        assertThat(last.getString("operation_type")).isEqualTo("test_failover");
        assertThat(last.getString("status")).isEqualTo("failed");
        assertThat(last.getString("failed_step")).isEqualTo("Creating Destination VM");
        assertThat(last.getString("error_message"))
                .isEqualTo(clearover.status("theirs", "viewer").getString("error_message_user"));
        assertThat(last.getJsonArray("actionable_steps")).isNotEmpty();
        assertThat(last.toString()).doesNotContain("vm-creation", "412");
    }

    @Test
    void a_replication_that_fails_is_the_vms_last_operation(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path, v_center_host,
                       datacenter, replication_type, status, error_message, created_at, updated_at, started_at, completed_at)
                VALUES ('repl', '%s', '', 'web01', '', '', '', 'incremental', 'failed',
                        'replication failed: nbdkit vddk: VixDiskLib_Open: You do not have access rights to this file',
                        UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE, UTC_TIMESTAMP(3))"""
                        .formatted(WEB01));

        JsonObject last = told(clearover, "repl");

        assertThat(last.getString("operation_type")).isEqualTo("replication");
        assertThat(last.getString("status")).isEqualTo("failed");
        assertThat(last.getString("error_message")).startsWith("Replication failed");
        assertThat(last.get("steps_total")).isEqualTo(JsonValue.NULL);
        assertThat(last.toString()).doesNotContain("nbdkit", "Vix");
    }

    @Test
    void a_thousand_jobs_that_end_at_once_are_all_summarised(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter)
                SELECT CONCAT('many-', seq), CONCAT('many-', seq), CONCAT('many-', seq), '/DC1/vm', 'vcenter.example.com', 'DC1'
                  FROM seq_1_to_1000""",
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner)
                SELECT CONCAT('job-', seq), CONCAT('many-', seq), 'failover', 'unified-test-failover', 'running', 'system'
                  FROM seq_1_to_1000""",
                "INSERT INTO job_steps (job_id, name, seq, status, error_message) SELECT CONCAT('job-', seq), 'vm-creation', 1,"
                        + " 'failed', 'VM creation phase failed: CloudStack API error 533: capacity' FROM seq_1_to_1000",
                "UPDATE job_tracking SET status = 'failed', completed_at = UTC_TIMESTAMP() WHERE id LIKE 'job-%'");

        await("all are summarised")
                .atMost(PATIENCE)
                .until(() -> clearover.number(
                                "SELECT COUNT(*) FROM vm_replication_contexts WHERE context_id LIKE 'many-%' AND"
                                        + " JSON_VALUE(last_operation_summary, '$.job_id') = REPLACE(context_id, 'many-', 'job-')")
                        == 1000);
    }

    private static JsonObject told(Clearover clearover, String job) {
        await("the VM's last operation is " + job).atMost(PATIENCE).until(() -> {
            JsonValue last = clearover.vm("web01").get("last_operation");
            return last instanceof JsonObject told && job.equals(told.getString("job_id"));
        });
        return clearover.vm("web01").getJsonObject("last_operation");
    }
}
