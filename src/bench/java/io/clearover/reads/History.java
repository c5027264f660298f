package io.clearover.reads;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Fills an appliance's database with years of history: many VMs alike, and one with a longer one. */
final class History {

    /** The VM with the long history. */
    static final String LONG = "ctx-bench-long";

    /** One of the others. */
    static final String USUAL = "ctx-bench-7";

    private static final int LONG_FAILOVERS = 2050;

    private final DataSource database;

    History(DataSource database) {
        this.database = database;
    }

    /** Each VM gets as many replications and failovers of ten steps, one of ten failed; the newest are of today. */
    void fill(int vms, int replications, int failovers) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET unique_checks = 0, foreign_key_checks = 0");
            vms(statement, "seq", "seq_1_to_" + vms);
            vms(statement, "'long'", "(SELECT 1) one");
            replications(statement, "CONCAT('ctx-bench-', v.seq)", "seq_1_to_%d v JOIN seq_1_to_%d n".formatted(vms, replications));
            replications(statement, "'" + LONG + "'", "(SELECT 'long' AS seq) v JOIN seq_1_to_%d n".formatted(replications));
            failovers(statement, "CONCAT('ctx-bench-', v.seq)", "seq_1_to_%d v JOIN seq_1_to_%d n".formatted(vms, failovers));
            failovers(statement, "'" + LONG + "'", "(SELECT 'long' AS seq) v JOIN seq_1_to_%d n".formatted(LONG_FAILOVERS));
            statement.execute(
                    """
                    INSERT INTO job_steps (job_id, name, seq, status, started_at, completed_at, error_message)
                    SELECT j.id, ELT(s.seq, 'validation', 'final-sync', 'multi-volume-snapshot-creation',
                                     'virtio-driver-injection', 'vm-creation', 'volume-attachment', 'network-configuration',
                                     'vm-startup-and-validation', 'status-update', 'cleanup'),
                           s.seq, IF(j.status = 'failed' AND s.seq = 5, 'failed', 'completed'),
                           j.started_at + INTERVAL s.seq * 10 SECOND, j.started_at + INTERVAL s.seq * 10 + 10 SECOND,
                           IF(j.status = 'failed' AND s.seq = 5, j.error_message, NULL)
                      FROM job_tracking j JOIN seq_1_to_10 s
                     WHERE j.owner = 'bench' AND (j.status <> 'failed' OR s.seq <= 5)""");
            statement.execute("ANALYZE TABLE vm_replication_contexts, replication_jobs, job_tracking, job_steps");
        }
    }

    private static void vms(Statement statement, String number, String from) throws SQLException {
        statement.execute(
                """
                INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter,
                                                     current_status, os_type, cpu_count, memory_mb, last_operation_summary)
                SELECT CONCAT('ctx-bench-', %1$s), CONCAT('bench-', %1$s), CONCAT('vm-', %1$s), '/DC1/vm/bench', 'vc.example.com',
                       'DC1', 'ready_for_failover', 'windows2019srv_64Guest', 4, 8192,
                       '{"job_id":"x","operation_type":"test_failover","status":"completed","progress":100,"timestamp":"2026-01-01T00:00:00Z","steps_completed":10,"steps_total":10,"duration_seconds":120}'
                  FROM %2$s"""
                        .formatted(number, from));
    }

    private static void replications(Statement statement, String vm, String from) throws SQLException {
        statement.execute(
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path, v_center_host,
                       datacenter, replication_type, status, progress_percent, bytes_transferred, error_message, created_at,
                       started_at, completed_at, updated_at)
                SELECT CONCAT('copy-', v.seq, '-', n.seq), %1$s, 'vm', 'bench', '/DC1/vm', 'vc.example.com', 'DC1', 'incremental',
                       IF(n.seq MOD 10 = 3, 'failed', 'completed'), 100, 123456789,
                       IF(n.seq MOD 10 = 3, 'replication failed: nbdkit vddk: VixDiskLib_Open: You do not have access rights', NULL),
                       %2$s, %2$s, %2$s + INTERVAL 10 MINUTE, %2$s + INTERVAL 10 MINUTE
                  FROM %3$s"""
                        .formatted(vm, "UTC_TIMESTAMP() - INTERVAL n.seq * 12 HOUR", from));
    }

    private static void failovers(Statement statement, String vm, String from) throws SQLException {
        statement.execute(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category, external_job_id,
                                          metadata, error_message, started_at, completed_at, updated_at)
                SELECT UUID(), %s, IF(n.seq MOD 4, 'failover', 'cleanup'),
                       ELT(1 + n.seq MOD 4, 'enhanced-test-failover-rollback', 'unified-test-failover', 'unified-test-failover',
                           'unified-live-failover'),
                       IF(n.seq MOD 10 = 3, 'failed', 'completed'), 'bench', IF(n.seq MOD 4, 'failover', 'system'),
                       CONCAT('unified-', v.seq, '-', n.seq),
                       CONCAT('{"vm_name":"bench-', v.seq, '","failover_type":"test","started_by":"operator","perform_final_sync":true}'),
                       IF(n.seq MOD 10 = 3, 'VM creation phase failed: VM creation async job failed: Unable to create a deployment for VM instance: insufficient capacity', NULL),
                       UTC_TIMESTAMP() - INTERVAL n.seq DAY, UTC_TIMESTAMP() - INTERVAL n.seq DAY + INTERVAL 2 MINUTE,
                       UTC_TIMESTAMP() - INTERVAL n.seq DAY + INTERVAL 2 MINUTE
                  FROM %s"""
                        .formatted(vm, from));
    }

    /** A failed job of the usual VM. */
    String failedJob() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM job_tracking WHERE context_id = '" + USUAL
                        + "' AND status = 'failed' ORDER BY started_at DESC LIMIT 1")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
