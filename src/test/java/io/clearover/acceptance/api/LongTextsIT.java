package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of four megabytes in the database: what leaves it is bounded, and still tells what was wrong. */
@WithClearover
class LongTextsIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";
    private static final String WEB01_AT_THE_API = "/api/v1/vm-contexts/" + WEB01;
    private static final String MARK = "[... the middle of a long text is left out here ...]";

    /** Of twenty jobs and replications with their steps, and of the server's own signs of life. */
    private static final long MOST_BYTES = 2_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/vm-contexts",
                WEB01_AT_THE_API,
                WEB01_AT_THE_API + "/recent-jobs",
                "/api/v1/failover/long-1/status",
                "/api/v1/explanations/unmatched",
            })
    void a_read_takes_a_bounded_part_of_them(String path, Clearover clearover) {
        addLongTexts(clearover, 20);

        long bytes = bytesOf(clearover, () -> clearover.as("admin").get(path));

        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void the_end_of_a_long_error_is_read_too_and_says_what_was_wrong(Clearover clearover) {
        addLongTexts(clearover, 1);

        List<JsonObject> jobs =
                clearover.recentJobs("web01").getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
                        .filter(job -> job.getString("job_id").startsWith("long"))
                        .toList();

        assertThat(jobs).hasSize(2).extracting(job -> job.getString("cause")).containsOnly("storage-full");
        assertThat(clearover.vm("web01").getJsonObject("last_operation").getString("cause"))
                .isEqualTo("storage-full");
    }

    @Test
    void admins_are_told_that_something_was_left_out(Clearover clearover) {
        addLongTexts(clearover, 1);

        String details = clearover.status("long-1", "admin").getString("technical_details");

        assertThat(details)
                .startsWith("frobnication ")
                .contains("\n" + MARK + "\n")
                .contains("frobnication at the end: no space left on device");
    }

    @Test
    void half_a_secret_after_the_gap_is_not_shown(Clearover clearover) {
        addLongTexts(clearover, 1);
        clearover.sql("UPDATE job_tracking SET error_message = CONCAT(REPEAT('a', 100000), ' password=',"
                + " REPEAT('hunter2', 1200), ' and then no space left on device') WHERE id = 'long-1'");

        String details = clearover.status("long-1", "admin").getString("technical_details");

        assertThat(details).contains("and then no space left on device").doesNotContain("hunter2");
    }

    @Test
    void a_text_of_usual_length_is_read_whole(Clearover clearover) {
        addLongTexts(clearover, 1);
        clearover.sql(
                "UPDATE job_tracking SET error_message = CONCAT('begin ', REPEAT('x', 15000), ' end') WHERE id = 'long-1'",
                "DELETE FROM job_steps WHERE job_id = 'long-1'");

        assertThat(clearover.status("long-1", "admin").getString("technical_details"))
                .isEqualTo("begin " + "x".repeat(15_000) + " end");
    }

    @Test
    void the_live_feed_takes_a_bounded_part_of_them(Clearover clearover) {
        addLongTexts(clearover, 3);

        long bytes = bytesOf(clearover, () -> {
            try (Listening listening = clearover.as("viewer").listen("/api/v1/events")) {
                return listening.ready().answer();
            }
        });

        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    /** The engine knows jobs as a whole, but never needs what was wrong with one. */
    @Test
    void a_start_that_is_sent_again_does_not_read_the_error_of_its_job(Clearover clearover) {
        Supplier<Api.Answer> start = start(clearover, UUID.randomUUID().toString());
        String job = start.get().json().getString("job_id");
        clearover.ended(job);
        clearover.sql(
                "UPDATE job_tracking SET error_message = REPEAT('frobnication ', 300000) WHERE id = '%s'"
                        .formatted(job),
                "UPDATE job_steps SET error_message = REPEAT('frobnication ', 300000) WHERE job_id = '%s'"
                        .formatted(job));

        long bytes = bytesOf(clearover, start);

        assertThat(start.get().json().getString("job_id")).isEqualTo(job);
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static Supplier<Api.Answer> start(Clearover clearover, String key) {
        String body = "{\"vm_name\": \"app01\"}";
        return () -> clearover.as("operator").postWith("Idempotency-Key", key, "/api/v1/failover/test", body);
    }

    private static long bytesOf(Clearover clearover, Supplier<Api.Answer> request) {
        long before = sent(clearover);
        assertThat(request.get().status()).isBetween(200, 202);
        return sent(clearover) - before;
    }

    private static long sent(Clearover clearover) {
        return clearover.number(
                "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS" + " WHERE VARIABLE_NAME = 'BYTES_SENT'");
    }

    private static void addLongTexts(Clearover clearover, int count) {
        String error = "CONCAT(REPEAT('frobnication ', 300000), 'at the end: no space left on device')";
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category, metadata,
                                          error_message, started_at, completed_at)
                SELECT CONCAT('long-', seq), '%s', 'failover', 'unified-test-failover', 'failed', 'system', 'failover',
                       JSON_OBJECT('vm_name', 'web01', 'rest', REPEAT('x', 1000000)), %s,
                       UTC_TIMESTAMP() - INTERVAL seq SECOND, UTC_TIMESTAMP()
                  FROM seq_1_to_%d"""
                        .formatted(WEB01, error, count),
                """
                INSERT INTO job_steps (job_id, name, seq, status, error_message, metadata)
                SELECT id, 'vm-creation', 1, 'failed', LEFT(error_message, 1000000), metadata
                  FROM job_tracking WHERE id LIKE 'long-%'""",
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path, v_center_host,
                       datacenter, replication_type, current_operation, status, error_message, created_at, updated_at)
                SELECT CONCAT('long-r', seq), '%s', '', 'web01', '', '', '', REPEAT('full', 100000), REPEAT('Transfer', 100000),
                       'failed', %s, UTC_TIMESTAMP(3) - INTERVAL seq SECOND, UTC_TIMESTAMP(3)
                  FROM seq_1_to_%d"""
                        .formatted(WEB01, error, count),
                """
                UPDATE vm_replication_contexts
                   SET last_operation_summary = JSON_OBJECT('job_id', 'long', 'operation_type', 'test', 'status', 'failed',
                                                            'error_message', %s, 'timestamp',
                                                            DATE_FORMAT(UTC_TIMESTAMP() + INTERVAL 30 SECOND, '%%Y-%%m-%%dT%%TZ'))
                 WHERE context_id = '%s'"""
                        .formatted(error, WEB01));
    }
}
