package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of the history that no rule answers. */
@WithClearover
class UnmatchedErrorsIT {

    private static final String UNMATCHED = "/api/v1/explanations/unmatched";
    private static final String WEB01 = "ctx-web01-20250901-090000";

    @Test
    void errors_that_differ_in_numbers_and_ids_alone_are_one_group(Clearover clearover) {
        failedJob(clearover, "a", "frobnication of widget 12 at 10.0.0.1", 3);
        failedJob(clearover, "b", "Frobnication of widget 7 at 10.0.0.22", 1);
        failedJob(clearover, "c", "no space left on device", 1);
        failedStep(clearover, "b", "vm-creation", "Frobnication of widget 7 at 10.0.0.22");

        JsonObject group = onlyGroupWith(clearover, "robnication");

        assertThat(group.getString("error")).isEqualTo("Frobnication of widget 7 at 10.0.0.22");
        assertThat(group.getInt("failures")).isEqualTo(2);
        assertThat(texts(group, "steps")).containsExactly("vm-creation");
        assertThat(texts(group, "operation_types")).containsExactly("test_failover");
        assertThat(Instant.parse(group.getString("last_seen_at")))
                .isAfter(Instant.now().minus(Duration.ofHours(2)));
        assertThat(unmatched(clearover).toString()).doesNotContain("no space left");
    }

    @Test
    void all_tables_are_looked_at(Clearover clearover) {
        failedJob(clearover, "job", "the jobs widget frobnicates", 1);
        clearover.sql("UPDATE job_tracking SET job_type = 'cleanup', job_category = 'system',"
                + " operation = 'enhanced-test-failover-rollback' WHERE id = 'job'");
        failedJob(clearover, "carrier", "", 1);
        clearover.sql("UPDATE job_tracking SET status = 'completed' WHERE id = 'carrier'");
        failedStep(clearover, "carrier", "vm-creation", "the steps widget frobnicates");
        failedReplication(clearover, "one", "error_message = 'the replications widget frobnicates'");
        failedReplication(clearover, "two", "vma_error_details = 'the appliances widget frobnicates'");

        assertThat(texts(onlyGroupWith(clearover, "the jobs widget"), "operation_types"))
                .containsExactly("rollback");
        assertThat(texts(onlyGroupWith(clearover, "the steps widget"), "steps")).containsExactly("vm-creation");
        for (String widget : List.of("the replications widget", "the appliances widget")) {
            assertThat(texts(onlyGroupWith(clearover, widget), "operation_types"))
                    .containsExactly("replication");
        }
    }

    /** Other programs write what they like as a replication's status. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed",
                "FAILED",
                "Failed",
                "error",
                "ERROR",
                "sync_failed",
                "Transfer error: disk 2",
                "aborted",
                "cancelled",
                "completed",
                "COMPLETED",
                "running",
                "stopped",
                "succeeded",
                ""
            })
    void a_replication_is_looked_at_exactly_if_recent_jobs_show_it_as_failed(String status, Clearover clearover) {
        failedReplication(
                clearover,
                "one",
                "error_message = 'the widget frobnicates', completed_at = UTC_TIMESTAMP(3), status = '%s'"
                        .formatted(status));

        JsonObject shown = clearover
                .as("admin")
                .get("/api/v1/vm-contexts/" + WEB01 + "/recent-jobs")
                .json()
                .getJsonArray("jobs")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(job -> job.getString("job_id").equals("one"))
                .findFirst()
                .orElseThrow();

        assertThat(unmatched(clearover).toString().contains("the widget frobnicates"))
                .isEqualTo(shown.getString("status").equals("failed"));
    }

    @Test
    void each_status_of_replications_is_found_without_reading_them_all(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,
                       v_center_host, datacenter, replication_type, status, updated_at)
                SELECT CONCAT('r', seq), '%s', '', '', '', '', '', '', 'completed', UTC_TIMESTAMP() - INTERVAL seq MINUTE
                  FROM seq_1_to_5000"""
                        .formatted(WEB01),
                "ANALYZE TABLE replication_jobs");

        assertThat(clearover.text("EXPLAIN FORMAT=JSON SELECT DISTINCT status FROM replication_jobs LIMIT 200"))
                .contains("using_index_for_group_by");
    }

    @Test
    void secrets_are_redacted(Clearover clearover) {
        failedJob(clearover, "a", "frobnication with password=hunter2 failed", 1);

        assertThat(onlyGroupWith(clearover, "frobnication").getString("error"))
                .isEqualTo("frobnication with password=[redacted] failed");
    }

    @Test
    void of_a_very_long_error_the_end_decides_too_and_a_part_is_shown(Clearover clearover) {
        failedJob(clearover, "a", "frobnication ", 1);
        failedJob(clearover, "b", "gizmo ", 1);
        clearover.sql(
                "UPDATE job_tracking SET error_message = REPEAT('frobnication ', 50000) WHERE id = 'a'",
                "UPDATE job_tracking SET error_message = CONCAT(REPEAT('gizmo ', 50000), ': no space left on device')"
                        + " WHERE id = 'b'");

        assertThat(onlyGroupWith(clearover, "frobnication").getString("error")).hasSizeLessThan(2100);
        assertThat(unmatched(clearover).toString()).doesNotContain("gizmo");
    }

    @Test
    void the_newest_hundred_groups_are_shown_however_many_there_are(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, job_category, error_message, started_at)
                SELECT CONCAT('j', seq), '%s', 'failover', 'unified-test-failover', 'failed', 'failover',
                       CONCAT('frobnication ', CHAR(97 + seq MOD 26), CHAR(97 + seq DIV 26 MOD 26)),
                       UTC_TIMESTAMP() - INTERVAL seq MINUTE
                  FROM seq_1_to_5000"""
                        .formatted(WEB01),
                "ANALYZE TABLE job_tracking");

        Instant start = Instant.now();
        JsonObject unmatched = unmatched(clearover);
        Duration took = Duration.between(start, Instant.now());

        assertThat(unmatched.getInt("count")).isEqualTo(100);
        assertThat(unmatched.getInt("failures_read")).isBetween(2000, 2100);
        List<String> seen = unmatched.getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                .map(group -> group.getString("last_seen_at"))
                .toList();
        assertThat(seen).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        System.out.printf("unmatched: 2,000 of 5,000 failed jobs in %d ms%n", took.toMillis());
    }

    private static JsonObject unmatched(Clearover clearover) {
        Api.Answer answer = clearover.as("admin").get(UNMATCHED);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonObject onlyGroupWith(Clearover clearover, String words) {
        List<JsonObject> groups = unmatched(clearover).getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                .filter(group -> group.getString("error").contains(words))
                .toList();
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    private static List<String> texts(JsonObject group, String field) {
        return group.getJsonArray(field).getValuesAs(JsonString::getString);
    }

    private static void failedJob(Clearover clearover, String id, String error, int hoursAgo) {
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, job_category, error_message, started_at)
                VALUES ('%s', '%s', 'failover', 'unified-test-failover', 'failed', 'failover', '%s',
                        UTC_TIMESTAMP() - INTERVAL %d HOUR)"""
                        .formatted(id, WEB01, error, hoursAgo));
    }

    private static void failedStep(Clearover clearover, String job, String step, String error) {
        clearover.sql(
                "INSERT INTO job_steps (job_id, seq, name, status, error_message) VALUES ('%s', 1, '%s', 'failed', '%s')"
                        .formatted(job, step, error));
    }

    private static void failedReplication(Clearover clearover, String id, String columns) {
        clearover.sql(
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,
                       v_center_host, datacenter, replication_type, status, created_at, updated_at)
                VALUES ('%s', '%s', '', 'web01', '', '', '', 'incremental', 'failed', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))"""
                        .formatted(id, WEB01),
                "UPDATE replication_jobs SET %s WHERE id = '%s'".formatted(columns, id));
    }
}
