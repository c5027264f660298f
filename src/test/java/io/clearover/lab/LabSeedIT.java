package io.clearover.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.lab.seed.Seed;
import io.clearover.quickstart.MariaDb;
import io.clearover.schema.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Seeds the appliance's own schema in a real database. */
class LabSeedIT {

    private static final Instant NOW = Instant.parse("2025-10-03T14:22:00Z");

    private static MariaDb server;

    private DataSource database;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new MariaDb(folder, 0).hurried().start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void emptySchema(TestInfo test) {
        database =
                server.dataSource(test.getTestMethod().orElseThrow().getName().replaceAll("(?<=.{50}).*", ""));
        new Migrations(database).up();
    }

    @Test
    void every_vm_has_its_disks_volumes_and_devices() throws SQLException {
        seed("http://localhost:9082");

        assertThat(list("SELECT vm_name FROM vm_replication_contexts ORDER BY vm_name"))
                .containsExactly("app01", "db01", "erp01", "far01", "legacy01", "pgtest1", "web01");
        assertThat(list("SELECT current_status FROM vm_replication_contexts")).containsOnly("ready_for_failover");
        assertThat(
                        list(
                                """
                        SELECT d.disk_id FROM vm_disks d
                        JOIN ossea_volumes v ON v.id = d.ossea_volume_id
                        JOIN device_mappings m ON m.volume_uuid = v.volume_id AND m.device_path = v.device_path
                        WHERE d.vm_context_id = 'ctx-erp01-20250901-090000' ORDER BY d.disk_id
                        """))
                .containsExactly("disk-2000", "disk-2001", "disk-2002");
    }

    @Test
    void each_networked_vm_has_a_live_and_a_test_mapping_for_each_card() throws SQLException {
        seed("http://localhost:9082");

        assertThat(list("SELECT DISTINCT vm_context_id FROM network_mappings"))
                .hasSize(6)
                .doesNotContain("ctx-app01-20250901-090000");
        assertThat(
                        list(
                                """
                        SELECT CONCAT(source_network_name, ' ', is_test_network, ' ', destination_network_name)
                        FROM network_mappings WHERE vm_context_id = 'ctx-web01-20250901-090000' ORDER BY id
                        """))
                .containsExactly(
                        "VM Network 1 failover-test",
                        "VM Network 0 prod-lan",
                        "DMZ VLAN 30 1 failover-test-dmz",
                        "DMZ VLAN 30 0 prod-dmz");
    }

    @Test
    void the_replications_end_before_now_and_add_up() throws SQLException {
        seed("http://localhost:9082");

        assertThat(list("SELECT COUNT(*) FROM replication_jobs GROUP BY vm_context_id HAVING COUNT(*) < 36"))
                .isEmpty();
        assertThat(list("SELECT id FROM replication_jobs WHERE completed_at > '2025-10-03 14:22:00'"))
                .isEmpty();
        assertThat(
                        list(
                                """
                        SELECT c.vm_name FROM vm_replication_contexts c
                        JOIN replication_jobs j ON j.vm_context_id = c.context_id
                        GROUP BY c.context_id
                        HAVING COUNT(*) <> MAX(c.total_jobs_run)
                            OR SUM(j.status = 'completed') <> MAX(c.successful_jobs)
                            OR SUM(j.status = 'failed') <> MAX(c.failed_jobs)
                        """))
                .isEmpty();
    }

    @Test
    void the_last_replication_succeeded_except_where_the_site_is_down() throws SQLException {
        seed("http://localhost:9082");

        assertThat(
                        list(
                                """
                        SELECT c.vm_name FROM vm_replication_contexts c
                        JOIN replication_jobs j ON j.vm_context_id = c.context_id
                        WHERE j.status = 'failed' AND j.started_at = c.last_job_at
                        OR j.id = c.last_scheduled_job_id AND j.status = 'failed' GROUP BY c.vm_name
                        """))
                .containsExactly("far01");
        assertThat(list("SELECT error_message FROM replication_jobs WHERE vm_context_id LIKE 'ctx-far01%' "
                        + "ORDER BY started_at DESC LIMIT 1"))
                .first()
                .asString()
                .contains("no route to host");
    }

    @Test
    void the_former_engine_left_its_operations() throws SQLException {
        seed("http://localhost:9082");

        assertThat(list("SELECT CONCAT(operation, ' ', status) FROM job_tracking ORDER BY started_at"))
                .containsExactly(
                        "unified-test-failover failed",
                        "enhanced-test-failover-rollback completed",
                        "unified-test-failover completed",
                        "enhanced-test-failover-rollback completed");
        assertThat(list("SELECT JSON_VALUE(metadata, '$.failover_type') FROM job_tracking"))
                .containsOnly("test");
        assertThat(list("SELECT started_at FROM job_tracking ORDER BY started_at DESC LIMIT 1"))
                .containsExactly("2025-09-30 14:13:00");
    }

    @Test
    void a_second_seed_only_says_where_the_lab_is_now() throws SQLException {
        seed("http://localhost:9082");
        List<String> before = list("SELECT id FROM replication_jobs ORDER BY id");

        seed("http://localhost:9999");

        assertThat(list("SELECT api_url FROM ossea_configs")).containsExactly("http://localhost:9999/client/api");
        assertThat(list("SELECT id FROM replication_jobs ORDER BY id")).isEqualTo(before);
    }

    @Test
    void the_vms_for_load_tests_can_be_added_later() throws SQLException {
        seed("http://localhost:9082");

        new Seed(Clock.fixed(NOW, ZoneOffset.UTC)).into(database, "http://localhost:9082", 50);
        new Seed(Clock.fixed(NOW, ZoneOffset.UTC)).into(database, "http://localhost:9082", 50);

        assertThat(list("SELECT vm_name FROM vm_replication_contexts WHERE vm_name LIKE 'load-%'"))
                .hasSize(50);
        assertThat(list("SELECT id FROM vmware_credentials")).hasSize(2);
        assertThat(list("SELECT device_path FROM device_mappings WHERE vm_context_id LIKE 'ctx-load-50-%'"
                        + " ORDER BY cloudstack_device_id"))
                .containsExactly("/dev/vdch", "/dev/vdci");
        assertThat(list("SELECT network_mappings.id FROM network_mappings WHERE vm_context_id LIKE 'ctx-load-%'"
                        + " AND is_test_network = 0"))
                .hasSize(75);
    }

    private void seed(String labUrl) {
        new Seed(Clock.fixed(NOW, ZoneOffset.UTC)).into(database, labUrl);
    }

    private List<String> list(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
