package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a read costs: a fixed number of statements, and as many rows after years of failovers as after weeks. */
@WithClearover
class ReadsIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";
    private static final String RUNNING = "/api/v1/failover/running/status";

    /** Room for the counters' own queries, which are not always counted alike. */
    private static final int FEW_ROWS = 20;

    @ParameterizedTest(name = "{0} takes {1} statements")
    @CsvSource({
        "/api/v1/vm-contexts, 2",
        "/api/v1/vm-contexts/{context_id}, 5",
        "/api/v1/vm-contexts/web01, 5",
        "/api/v1/vm-contexts/by-id/{context_id}, 5",
        "/api/v1/vm-contexts/{context_id}/disks, 3",
        "/api/v1/vm-contexts/{context_id}/recent-jobs, 3",
        "/api/v1/failover/{job_id}/status, 2",
        "/api/v1/jobs, 2",
        "/api/v1/jobs?type=test_failover, 2",
        "/api/v1/jobs?vm=web01&totals=true, 7",
        "/api/v1/jobs/{job_id}, 2",
        "/api/v1/replications, 1",
        "/api/v1/replications/{replication_id}, 3",
        "/api/v1/network-mappings, 1",
        "/api/v1/network-mappings/web01, 2",
        "/api/v1/networks/available, 1",
        "/api/v1/failover/jobs, 3",
        "/api/v1/explanations/catalogue, 0",
        "/api/v1/explanations/unmatched, 4",
        "/api/v1/me, 0",
    })
    void a_read_takes_a_fixed_number_of_statements(String template, int statements, Clearover clearover)
            throws SQLException {
        String path = path(template, clearover);
        if (template.equals("/api/v1/failover/jobs")) {
            addFailovers(clearover, "young", 10);
        }
        warmUp(clearover, path);

        assertThat(cost(clearover, path, "Com_select")).isEqualTo(statements);
    }

    @Test
    void the_status_of_a_running_job_takes_one_more_however_long_the_history(Clearover clearover) throws SQLException {
        addRunning(clearover);
        addFailovers(clearover, "young", 100);
        warmUp(clearover, RUNNING);
        long statements = cost(clearover, RUNNING, "Com_select");
        addFailovers(clearover, "middle", 1000);
        warmUp(clearover, RUNNING);
        long rows = cost(clearover, RUNNING, "Handler_read");

        addFailovers(clearover, "old", 20_000);
        warmUp(clearover, RUNNING);

        assertThat(statements).isEqualTo(3);
        assertThat(cost(clearover, RUNNING, "Com_select")).isEqualTo(statements);
        assertThat(cost(clearover, RUNNING, "Handler_read")).isLessThanOrEqualTo(rows + FEW_ROWS);
        assertThat(clearover.as("viewer").get(RUNNING).json())
                .containsEntry("remaining_seconds_from", Json.createValue(0))
                .containsEntry("longer_than_usual", JsonValue.TRUE);
    }

    @Test
    void nothing_is_estimated_for_a_job_that_is_being_cancelled(Clearover clearover) {
        addFailovers(clearover, "young", 100);
        addRunning(clearover);
        assertThat(clearover.as("viewer").get(RUNNING).json().get("remaining_seconds_to"))
                .isNotEqualTo(JsonValue.NULL);

        clearover.sql("UPDATE job_tracking SET canceled_at = UTC_TIMESTAMP() WHERE id = 'running'");

        assertThat(clearover.as("viewer").get(RUNNING).json())
                .containsEntry("remaining_seconds_from", JsonValue.NULL)
                .containsEntry("remaining_seconds_to", JsonValue.NULL)
                .containsEntry("longer_than_usual", JsonValue.NULL);
    }

    /** On another server of ours, which is taken for alive. */
    /** Nobody ends it: what comes next waits until nothing runs. */
    @AfterEach
    void removeRunning(Clearover clearover) {
        clearover.sql(
                "DELETE FROM job_steps WHERE job_id = 'running'", "DELETE FROM job_tracking WHERE id = 'running'");
    }

    private static void addRunning(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO job_tracking
                  (id, context_id, job_type, operation, status, owner, job_category, updated_at, metadata)
                VALUES ('running', '%s', 'failover', 'unified-test-failover', 'running', 'clearover@another#1', 'failover',
                        CURRENT_TIMESTAMP + INTERVAL 1 HOUR, '{"plan": ["validation", "validation"]}')"""
                        .formatted(WEB01),
                "INSERT INTO job_steps (job_id, name, seq, status, started_at) VALUES ('running', 'validation', 1,"
                        + " 'running', UTC_TIMESTAMP(6) - INTERVAL 1 DAY)");
    }

    @Test
    void a_preflight_takes_a_fixed_number_of_statements(Clearover clearover) throws SQLException {
        for (String type : List.of("test", "live")) {
            String body = "{\"context_id\": \"%s\", \"failover_type\": \"%s\"}".formatted(WEB01, type);
            Supplier<Api.Answer> preflight = () -> clearover.as("admin").post("/api/v1/failover/preflight", body);
            warmUp(preflight);

            assertThat(cost(clearover, preflight, "Com_select")).isEqualTo(5);
        }
    }

    @Test
    void a_check_of_a_failed_job_takes_a_fixed_number_of_statements_however_long_the_history(Clearover clearover)
            throws SQLException {
        String job = clearover.startTestFailover("legacy01");
        clearover.ended(job);
        addFailovers(clearover, "young", 100);
        long statements = costOfCheck(clearover, "admin", job);

        addFailovers(clearover, "old", 2000);

        assertThat(statements).isEqualTo(8);
        assertThat(costOfCheck(clearover, "operator", job)).isEqualTo(statements);
    }

    /** By a user who has not asked before: each may so often only. */
    private static long costOfCheck(Clearover clearover, String user, String job) throws SQLException {
        Supplier<Api.Answer> check = () -> clearover.as(user).post("/api/v1/failover/%s/check".formatted(job), "");
        warmUp(check);
        return cost(clearover, check, "Com_select");
    }

    @Test
    void every_read_is_measured_here() {
        assertThat(Endpoint.reads())
                .extracting(Endpoint::path)
                .containsExactlyInAnyOrder(
                        "/api/v1/vm-contexts",
                        "/api/v1/vm-contexts/{context_id}",
                        "/api/v1/vm-contexts/by-id/{context_id}",
                        "/api/v1/vm-contexts/{context_id}/disks",
                        "/api/v1/vm-contexts/{context_id}/recent-jobs",
                        "/api/v1/failover/{job_id}/status",
                        "/api/v1/jobs",
                        "/api/v1/jobs/{job_id}",
                        "/api/v1/failover/jobs",
                        "/api/v1/replications",
                        "/api/v1/replications/{replication_id}",
                        "/api/v1/network-mappings",
                        "/api/v1/network-mappings/{vm_name}",
                        "/api/v1/networks/available",
                        "/api/v1/failover/preflight/config/{failover_type}/{vm_name}",
                        "/api/v1/failover/rollback/decision/{failover_type}/{vm_name}",
                        "/api/v1/explanations/catalogue",
                        "/api/v1/explanations/unmatched",
                        "/api/v1/me");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/vm-contexts",
        "/api/v1/vm-contexts/{context_id}",
        "/api/v1/vm-contexts/{context_id}/recent-jobs",
        "/api/v1/failover/{job_id}/status",
        "/api/v1/jobs",
        "/api/v1/jobs/{job_id}",
        "/api/v1/failover/jobs",
        "/api/v1/replications",
    })
    void a_read_costs_the_same_after_two_thousand_failovers_more(String template, Clearover clearover)
            throws SQLException {
        String path = path(template, clearover);
        addFailovers(clearover, "young", 100);
        warmUp(clearover, path);
        long statements = cost(clearover, path, "Com_select");
        long rows = cost(clearover, path, "Handler_read");

        addFailovers(clearover, "old", 2000);
        warmUp(clearover, path);

        assertThat(cost(clearover, path, "Com_select")).isEqualTo(statements);
        assertThat(cost(clearover, path, "Handler_read")).isLessThanOrEqualTo(rows + FEW_ROWS);
    }

    @Test
    void a_filter_that_no_job_fits_looks_at_no_more_jobs_than_a_page_may(Clearover clearover) throws SQLException {
        String path = "/api/v1/jobs?cause=no_such_cause";
        addFailovers(clearover, "young", 2000);
        addReplications(clearover, "young", 2000);
        warmUp(clearover, path);
        long statements = cost(clearover, path, "Com_select");
        long rows = cost(clearover, path, "Handler_read");

        addFailovers(clearover, "old", 2000);
        addReplications(clearover, "old", 2000);
        warmUp(clearover, path);

        assertThat(statements).isLessThanOrEqualTo(15);
        assertThat(cost(clearover, path, "Com_select")).isEqualTo(statements);
        assertThat(cost(clearover, path, "Handler_read")).isLessThanOrEqualTo(rows + rows / 10);
    }

    @Test
    void recent_jobs_cost_the_same_after_two_thousand_replications_more(Clearover clearover) throws SQLException {
        String path = path("/api/v1/vm-contexts/{context_id}/recent-jobs", clearover);
        addReplications(clearover, "young", 100);
        warmUp(clearover, path);
        long rows = cost(clearover, path, "Handler_read");

        addReplications(clearover, "old", 2000);
        warmUp(clearover, path);

        assertThat(cost(clearover, path, "Handler_read")).isLessThanOrEqualTo(rows + FEW_ROWS);
    }

    @Test
    void recent_jobs_cost_the_same_after_two_thousand_jobs_more_that_name_no_vm(Clearover clearover)
            throws SQLException {
        String path = path("/api/v1/vm-contexts/{context_id}/recent-jobs", clearover);
        addJobsWithoutContext(clearover, "young", 600);
        warmUp(clearover, path);
        long rows = cost(clearover, path, "Handler_read");

        addJobsWithoutContext(clearover, "old", 2000);
        warmUp(clearover, path);

        assertThat(cost(clearover, path, "Handler_read")).isLessThanOrEqualTo(rows + FEW_ROWS);
    }

    private static String path(String template, Clearover clearover) {
        String job = clearover.text("SELECT id FROM job_tracking WHERE context_id = '%s'".formatted(WEB01));
        String replication =
                clearover.text("SELECT id FROM replication_jobs WHERE vm_context_id = '%s'".formatted(WEB01));
        return template.replace("{context_id}", WEB01)
                .replace("{job_id}", job)
                .replace("{replication_id}", replication);
    }

    /** So that connections are open and prepared, which costs statements of its own. */
    private static void warmUp(Clearover clearover, String path) {
        warmUp(() -> clearover.as("admin").get(path));
    }

    private static void warmUp(Supplier<Api.Answer> read) {
        for (int i = 0; i < 3; i++) {
            assertThat(read.get().status()).isEqualTo(200);
        }
    }

    /** How much the server's counters of that prefix grow by a request. */
    private static long cost(Clearover clearover, String path, String counters) throws SQLException {
        return cost(clearover, () -> clearover.as("admin").get(path), counters);
    }

    private static long cost(Clearover clearover, Supplier<Api.Answer> read, String counters) throws SQLException {
        return least(clearover, read::get, counters) - least(clearover, () -> {}, counters);
    }

    /** The least of some measurements, each of one read, since the server's signs of life count too: one a second. */
    private static long least(Clearover clearover, Runnable work, String counters) throws SQLException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 12; i++) {
            least = Math.min(least, measured(clearover, work, counters));
        }
        return least;
    }

    private static long measured(Clearover clearover, Runnable work, String counters) throws SQLException {
        try (Connection connection = clearover.installation().dataSource().getConnection()) {
            long before = sum(connection, counters);
            work.run();
            return sum(connection, counters) - before;
        }
    }

    private static long sum(Connection connection, String counters) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + counters + "%'")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(2);
            }
            return sum;
        }
    }

    private static void addFailovers(Clearover clearover, String prefix, int count) {
        Map<String, String> values = Map.of("context", WEB01, "prefix", prefix, "count", String.valueOf(count));
        clearover.sql(List.of(
                        """
                        INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category,
                                                  external_job_id, metadata, started_at, completed_at)
                        SELECT CONCAT('{prefix}-', seq), '{context}', 'failover', 'unified-test-failover', 'completed',
                               'system', 'failover', CONCAT('external-{prefix}-', seq), '{}',
                               UTC_TIMESTAMP() - INTERVAL seq HOUR, UTC_TIMESTAMP() - INTERVAL seq HOUR + INTERVAL 3 MINUTE
                          FROM seq_1_to_{count}""",
                        """
                        INSERT INTO job_steps (job_id, name, seq, status, completed_at)
                        SELECT CONCAT('{prefix}-', j.seq), 'validation', s.seq, 'completed', UTC_TIMESTAMP(6)
                          FROM seq_1_to_{count} j JOIN seq_1_to_10 s""",
                        """
                        INSERT INTO failover_jobs (vm_context_id, job_id, vm_id, job_type, status, source_vm_name)
                        SELECT '{context}', CONCAT('external-{prefix}-', seq), 'vm-1', 'test', 'completed', 'web01'
                          FROM seq_1_to_{count}""",
                        "ANALYZE TABLE job_tracking, job_steps, failover_jobs")
                .stream()
                .map(sql -> filled(sql, values))
                .toArray(String[]::new));
    }

    private static void addJobsWithoutContext(Clearover clearover, String prefix, int count) {
        Map<String, String> values = Map.of("prefix", prefix, "count", String.valueOf(count));
        clearover.sql(
                filled(
                        """
                        INSERT INTO job_tracking (id, job_type, operation, status, owner, job_category, metadata, started_at)
                        SELECT CONCAT('{prefix}-', seq), 'failover', 'unified-test-failover', 'completed', 'system',
                               'failover', '{"context_id": "ctx-of-another"}', UTC_TIMESTAMP() - INTERVAL seq HOUR
                          FROM seq_1_to_{count}""",
                        values),
                "ANALYZE TABLE job_tracking");
    }

    private static void addReplications(Clearover clearover, String prefix, int count) {
        Map<String, String> values = Map.of("context", WEB01, "prefix", prefix, "count", String.valueOf(count));
        clearover.sql(
                filled(
                        """
                        INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,
                               v_center_host, datacenter, replication_type, status, created_at, started_at, completed_at)
                        SELECT CONCAT('{prefix}-', seq), '{context}', '', 'web01', '', '', '', 'incremental', 'completed',
                               UTC_TIMESTAMP() - INTERVAL seq HOUR, UTC_TIMESTAMP() - INTERVAL seq HOUR, UTC_TIMESTAMP()
                          FROM seq_1_to_{count}""",
                        values),
                "ANALYZE TABLE replication_jobs");
    }

    private static String filled(String sql, Map<String, String> values) {
        String filled = sql;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
