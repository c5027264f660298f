package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.watch.ForeignJobWatch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs run is seen to end, and summarised like what Clearover runs. */
class ForeignJobWatchIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

    /** Every look is at the newest jobs of all VMs. */
    private static final Map<String, String> FULL = Map.of("clearover.foreign-job.full-poll-interval", "PT0S");

    @RegisterExtension
    static final EngineSite SITE = new EngineSite();

    @BeforeEach
    void nothing_has_been_replicated() {
        SITE.sql("UPDATE vm_replication_contexts SET current_job_id = NULL, last_successful_job_id = NULL");
        SITE.sql("DELETE FROM vm_disks");
        SITE.sql("DELETE FROM replication_jobs");
        SITE.sql("DELETE FROM vm_replication_contexts WHERE context_id LIKE 'pair-%' OR context_id LIKE 'many-%'");
    }

    @Test
    void a_failed_failover_of_another_program_is_explained_in_its_vms_summary() {
        EngineNode node = watching("a");
        job("theirs", "running", "NULL");
        step("theirs", 1, "validation", "completed", null);
        step("theirs", 2, "virtio-driver-injection", "running", null);
        look(node);
        assertThat(summary("$.job_id")).isNull();

        SITE.sql(
                "UPDATE job_steps SET status = 'failed', error_message = 'failed to inject VirtIO drivers: exit status 1'"
                        + " WHERE seq = 2");
        SITE.sql("UPDATE job_tracking SET status = 'failed', completed_at = UTC_TIMESTAMP()");
        look(node);

        assertThat(summary("$.job_id")).isEqualTo("theirs");
        assertThat(summary("$.version")).isEqualTo("1");
        assertThat(summary("$.operation_type")).isEqualTo("test_failover");
        assertThat(summary("$.status")).isEqualTo("failed");
        assertThat(summary("$.progress")).isEqualTo("50.0");
        assertThat(summary("$.steps_total")).isEqualTo("2");
        assertThat(summary("$.failed_step")).isEqualTo("Preparing Drivers for KVM");
        assertThat(summary("$.error_category")).isEqualTo("compatibility");
        assertThat(summary("$.actionable_steps[0]")).isNotBlank();
        assertThat(raw()).doesNotContain("virtio", "VirtIO", "exit status");
        assertThat(node.get(ForeignEndLog.class).told()).containsExactly("theirs");
    }

    @Test
    void a_rollback_that_was_recorded_as_completed_with_a_failed_step_is_summarised_as_failed() {
        EngineNode node = watching("a");
        job("theirs", "completed", "UTC_TIMESTAMP()");
        SITE.sql("UPDATE job_tracking SET job_type = 'cleanup', operation = 'enhanced-test-failover-rollback'");
        step("theirs", 1, "volume-detachment", "failed", "volume detachment failed: timeout");

        look(node);

        assertThat(summary("$.operation_type")).isEqualTo("rollback");
        assertThat(summary("$.status")).isEqualTo("failed");
    }

    @ParameterizedTest
    @CsvSource({"completed, completed", "failed, failed", "FAILED_VMA_TIMEOUT, failed", "cancelled, cancelled"})
    void a_replication_is_an_operation_like_the_others(String status, String told) {
        EngineNode node = watching("a", FULL);
        replication("repl", status, "UTC_TIMESTAMP(3)");
        SITE.sql(
                "UPDATE replication_jobs SET error_message = 'nbdkit vddk: VixDiskLib_Open: [ds1] a/a.vmdk: You do not have"
                        + " access rights to this file' WHERE status LIKE '%fail%'");

        look(node);

        assertThat(summary("$.job_id")).isEqualTo("repl");
        assertThat(summary("$.operation_type")).isEqualTo("replication");
        assertThat(summary("$.status")).isEqualTo(told);
        assertThat(summary("$.steps_total")).isNull();
        assertThat(raw()).doesNotContain("nbdkit", "vmdk");
        assertThat(summary("$.error_message") != null).isEqualTo(told.equals("failed"));
    }

    @Test
    void what_ended_while_no_server_ran_is_told_by_the_next() {
        watching("a");
        job("theirs", "completed", "UTC_TIMESTAMP() - INTERVAL 3 DAY");
        SITE.sql("UPDATE job_tracking SET started_at = UTC_TIMESTAMP() - INTERVAL 4 DAY");

        look(SITE.node("a")); // its next life

        assertThat(summary("$.job_id")).isEqualTo("theirs");
    }

    @Test
    void of_two_servers_that_look_all_the_time_one_tells_of_each_end() {
        EngineNode one = watching("a", FULL);
        EngineNode other = watching("b");
        for (int i = 0; i < 20; i++) {
            vm("pair-" + i);
            job("pair-job-" + i, "pair-" + i, "completed", "UTC_TIMESTAMP()");
        }

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> lookOften(one)),
                        CompletableFuture.runAsync(() -> lookOften(other)))
                .join();

        assertThat(Stream.of(one, other).flatMap(node -> node.get(ForeignEndLog.class).told().stream()))
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(SITE.text(
                        "SELECT COUNT(*) FROM vm_replication_contexts c JOIN job_tracking j ON j.context_id = c.context_id"
                                + " WHERE j.id = JSON_VALUE(c.last_operation_summary, '$.job_id') AND j.id LIKE 'pair-job-%'",
                        Map.of()))
                .isEqualTo("20");
    }

    @Test
    void a_summary_does_not_go_back_in_time() {
        EngineNode node = watching("a", FULL);
        job("later", "completed", "UTC_TIMESTAMP()");
        look(node);

        job("earlier", "failed", "UTC_TIMESTAMP() - INTERVAL 30 SECOND");
        look(node);

        assertThat(summary("$.job_id")).isEqualTo("later");
        assertThat(node.get(ForeignEndLog.class).told()).containsExactly("later");
    }

    @Test
    void of_several_jobs_of_a_vm_that_ended_between_two_looks_the_last_is_told_last() {
        EngineNode node = watching("a");
        job("second", "failed", "UTC_TIMESTAMP() - INTERVAL 1 SECOND");
        job("first", "completed", "UTC_TIMESTAMP() - INTERVAL 20 SECOND");
        replication("third", "completed", "UTC_TIMESTAMP(3)");

        look(node);

        assertThat(node.get(ForeignEndLog.class).told()).containsExactly("first", "second", "third");
        assertThat(summary("$.job_id")).isEqualTo("third");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "completed_at = NULL",
                "completed_at = UTC_TIMESTAMP() + INTERVAL 9 HOUR",
                "completed_at = started_at - INTERVAL 9 HOUR",
                "completed_at = NULL, updated_at = NULL",
                "completed_at = NULL, started_at = UTC_TIMESTAMP() + INTERVAL 9 HOUR",
            })
    void an_end_whose_recorded_time_can_not_be_true_is_told_once_all_the_same(String times) {
        EngineNode node = watching("a", FULL);
        job("theirs", "completed", "UTC_TIMESTAMP()");
        SITE.sql("UPDATE job_tracking SET " + times);

        look(node);
        look(node);

        assertThat(node.get(ForeignEndLog.class).told()).containsExactly("theirs");
        assertThat(Instant.parse(summary("$.timestamp")))
                .isBetween(Instant.now().minus(1, ChronoUnit.HOURS), Instant.now());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timestamp\": \"2999-01-01T00:00:00Z\", \"job_id\": \"x\"}",
                "{\"timestamp\": \"today\", \"job_id\": \"x\"}",
                "{\"timestamp\": \"2025-10-03T16:42:00+02:00\", \"job_id\": \"theirs\"}",
                "{}",
            })
    void a_summary_that_can_not_be_true_or_that_another_program_wrote_before_is_replaced(String summary) {
        EngineNode node = watching("a");
        job("theirs", "completed", "UTC_TIMESTAMP()");
        SITE.sql("UPDATE vm_replication_contexts SET last_operation_summary = '%s'".formatted(summary));

        look(node);

        assertThat(summary("$.job_id")).isEqualTo("theirs");
        assertThat(summary("$.version")).isEqualTo("1");
    }

    @Test
    void a_job_that_names_its_vm_in_the_metadata_alone_is_told() {
        EngineNode node = watching("a");
        job("theirs", "completed", "UTC_TIMESTAMP()");
        SITE.sql("UPDATE job_tracking SET context_id = NULL, metadata = '{\"context_id\": \"%s\"}'".formatted(WEB01));

        look(node);

        assertThat(summary("$.job_id")).isEqualTo("theirs");
    }

    @Test
    void the_rows_of_other_programs_stay_as_they_are() {
        EngineNode node = watching("a", FULL);
        job("theirs", "failed", "UTC_TIMESTAMP()");
        step("theirs", 1, "vm-creation", "failed", "VM creation phase failed");
        SITE.sql("INSERT INTO failover_jobs (vm_context_id, job_id, vm_id, job_type, status, source_vm_name)"
                + " VALUES ('%s', 'ext-theirs', 'v', 'test', 'creating_vm', 'web01')".formatted(WEB01));
        List<String> before = checksums();

        look(node);

        assertThat(node.get(ForeignEndLog.class).told()).containsExactly("theirs");
        assertThat(checksums()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner = 'clearover@b#1'",
                "job_type = 'scheduler', operation = 'schedule-run'",
                "job_type = NULL, operation = 'something'",
                "parent_job_id = 'parent'",
                "context_id = 'gone'",
                "started_at = '2024-01-01 00:00:00', completed_at = '2024-01-01 00:01:00'",
            })
    void what_is_ours_or_no_operation_of_a_vm_or_too_old_to_be_kept_is_not_told(String columns) {
        EngineNode node = watching("a", FULL);
        SITE.sql(
                "INSERT INTO job_tracking (id, job_type, operation, status) VALUES ('parent', 'scheduler', 'x', 'running')");
        job("theirs", "completed", "UTC_TIMESTAMP()");
        SITE.sql("UPDATE job_tracking SET " + columns + " WHERE id = 'theirs'");

        look(node);

        assertThat(node.get(ForeignEndLog.class).told()).isEmpty();
    }

    @Test
    void a_thousand_jobs_that_end_at_once_are_all_told_by_one_look() {
        EngineNode node = watching("a");
        SITE.sql(
                """
                INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter)
                SELECT CONCAT('many-', seq), CONCAT('many-', seq), CONCAT('many-', seq), '/DC1/vm', 'vcenter.example.com', 'DC1'
                  FROM seq_1_to_1000""");
        SITE.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, started_at, completed_at)
                SELECT CONCAT('job-', context_id), context_id, 'failover', 'unified-test-failover', 'failed', 'system',
                       UTC_TIMESTAMP() - INTERVAL 3 MINUTE, UTC_TIMESTAMP()
                  FROM vm_replication_contexts WHERE context_id LIKE 'many-%'""");
        SITE.sql(
                """
                INSERT INTO job_steps (job_id, name, seq, status, error_message)
                SELECT id, 'vm-creation', 1, 'failed', 'VM creation phase failed: CloudStack API error 533: capacity'
                  FROM job_tracking WHERE id LIKE 'job-many-%'""");

        look(node);

        assertThat(node.get(ForeignEndLog.class).told()).hasSize(1000);
    }

    /** A server that has told of all that had ended before. */
    private static EngineNode watching(String name) {
        return watching(name, Map.of());
    }

    private static EngineNode watching(String name, Map<String, String> configuration) {
        EngineNode node = SITE.node(name, configuration);
        look(node);
        node.get(ForeignEndLog.class).told().clear();
        return node;
    }

    private static void look(EngineNode node) {
        node.get(ForeignJobWatch.class).look();
    }

    private static void lookOften(EngineNode node) {
        for (int i = 0; i < 20; i++) {
            look(node);
        }
    }

    private static void vm(String id) {
        SITE.sql(
                """
                INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter)
                VALUES ('%1$s', '%1$s', '%1$s', '/DC1/vm', 'vcenter.example.com', 'DC1')"""
                        .formatted(id));
    }

    private static void job(String id, String status, String completedAt) {
        job(id, WEB01, status, completedAt);
    }

    private static void job(String id, String context, String status, String completedAt) {
        SITE.sql(
                """
                INSERT INTO job_tracking (id, external_job_id, context_id, job_type, operation, status, owner, started_at,
                                          completed_at)
                VALUES ('%1$s', 'ext-%1$s', '%2$s', 'failover', 'unified-test-failover', '%3$s', 'system',
                        UTC_TIMESTAMP() - INTERVAL 3 MINUTE, %4$s)"""
                        .formatted(id, context, status, completedAt));
    }

    private static void step(String job, int seq, String name, String status, String error) {
        SITE.sql("INSERT INTO job_steps (job_id, name, seq, status, error_message) VALUES ('%s', '%s', %d, '%s', %s)"
                .formatted(job, name, seq, status, error == null ? "NULL" : "'" + error + "'"));
    }

    private static void replication(String id, String status, String completedAt) {
        SITE.sql(
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,
                       v_center_host, datacenter, replication_type, status, created_at, updated_at, started_at, completed_at)
                VALUES ('%s', '%s', '', 'web01', '', '', '', 'incremental', '%s', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),
                        UTC_TIMESTAMP(3) - INTERVAL 3 MINUTE, %s)"""
                        .formatted(id, WEB01, status, completedAt));
    }

    private static String summary(String path) {
        return SITE.text(
                "SELECT JSON_VALUE(last_operation_summary, '%s') FROM vm_replication_contexts WHERE context_id = '%s'"
                        .formatted(path, WEB01),
                Map.of());
    }

    private static String raw() {
        return SITE.text(
                "SELECT last_operation_summary FROM vm_replication_contexts WHERE context_id = '%s'".formatted(WEB01),
                Map.of());
    }

    private static List<String> checksums() {
        return Stream.of("job_tracking", "job_steps", "failover_jobs", "replication_jobs")
                .map(table -> SITE.text(
                        "SELECT GROUP_CONCAT(status, ' ', %s ORDER BY id) FROM %s"
                                .formatted(
                                        table.equals("job_steps")
                                                ? "COALESCE(metadata, '')"
                                                : "updated_at, ' ', COALESCE(completed_at, '')",
                                        table),
                        Map.of()))
                .toList();
    }
}
