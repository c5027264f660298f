package io.clearover.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingIndexesIT extends EmptyDatabase {

    @Test
    void a_vms_newest_jobs_are_read_from_their_indexes_without_sorting() {
        migrations.up();
        appliance.context(Appliance.WEB01, null);
        appliance.context(Appliance.DB01, null);
        sql.run(
                "INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,"
                        + " v_center_host, datacenter, replication_type, created_at) SELECT concat('j', seq),"
                        + " if(seq % 2, '" + Appliance.WEB01 + "', '" + Appliance.DB01 + "'), '', '', '', '', '',"
                        + " 'incremental', '2025-10-03 00:00:00' + INTERVAL seq MINUTE FROM seq_1_to_3000",
                "INSERT INTO job_tracking (id, context_id, operation, started_at) SELECT concat('j', seq),"
                        + " if(seq % 2, '" + Appliance.WEB01 + "', '" + Appliance.DB01 + "'), 'test-failover',"
                        + " '2025-10-03 00:00:00' + INTERVAL seq MINUTE FROM seq_1_to_3000",
                "INSERT INTO job_tracking (id, operation, started_at) SELECT concat('n', seq), 'test-failover',"
                        + " '2025-10-03 00:00:00' + INTERVAL seq MINUTE FROM seq_1_to_3000",
                "ANALYZE TABLE replication_jobs, job_tracking");

        assertThat(sql.plan("SELECT * FROM replication_jobs WHERE vm_context_id = '" + Appliance.WEB01
                        + "' ORDER BY created_at DESC LIMIT 20"))
                .contains("idx_clearover_replication_jobs_recent")
                .doesNotContain("filesort");
        assertThat(sql.plan("SELECT * FROM job_tracking WHERE context_id = '" + Appliance.WEB01
                        + "' ORDER BY started_at DESC LIMIT 20"))
                .contains("idx_clearover_job_tracking_recent")
                .doesNotContain("filesort");
        assertThat(sql.plan("SELECT id FROM job_tracking WHERE context_id IS NULL ORDER BY started_at DESC LIMIT 500"))
                .contains("idx_clearover_job_tracking_recent")
                .contains("Using index")
                .doesNotContain("filesort");
    }

    @Test
    void the_newest_failures_are_found_in_indexes_without_sorting() {
        migrations.up();
        appliance.context(Appliance.WEB01, null);
        sql.run(
                "INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,"
                        + " v_center_host, datacenter, replication_type, status, updated_at) SELECT concat('j', seq), '"
                        + Appliance.WEB01 + "', '', '', '', '', '', 'incremental', if(seq % 2, 'completed', 'failed'),"
                        + " '2025-10-03 00:00:00' + INTERVAL seq MINUTE FROM seq_1_to_5000",
                "INSERT INTO job_tracking (id, context_id, operation, job_category, status, started_at)"
                        + " SELECT concat('j', seq), '" + Appliance.WEB01 + "', 'test-failover',"
                        + " if(seq % 3, 'failover', 'system'), if(seq % 2, 'completed', 'failed'),"
                        + " '2025-10-03 00:00:00' + INTERVAL seq MINUTE FROM seq_1_to_5000",
                "ANALYZE TABLE replication_jobs, job_tracking");

        assertThat(sql.plan(
                        "SELECT id FROM replication_jobs WHERE status = 'failed' ORDER BY updated_at DESC LIMIT 2000"))
                .contains("idx_replication_jobs_progress_timeout")
                .contains("Using index")
                .doesNotContain("filesort");
        assertThat(sql.plan("SELECT id FROM job_tracking WHERE job_category = 'failover' AND status = 'failed'"
                        + " ORDER BY started_at DESC LIMIT 2000"))
                .contains("idx_job_tracking_category_status_started")
                .contains("Using index")
                .doesNotContain("filesort");
        assertThat(sql.plan("SELECT id, status FROM job_steps ORDER BY id DESC LIMIT 20000"))
                .contains("PRIMARY")
                .doesNotContain("filesort");
    }

    @Test
    void the_fleets_newest_jobs_and_a_vms_last_runs_are_read_from_their_indexes_without_sorting() {
        migrations.up();
        appliance.context(Appliance.WEB01, null);
        sql.run(
                "INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,"
                        + " v_center_host, datacenter, replication_type, status, created_at, completed_at)"
                        + " SELECT concat('j', seq), '" + Appliance.WEB01 + "', '', '', '', '', '', 'incremental',"
                        + " if(seq % 10, 'completed', 'failed'), '2025-10-03 00:00:00' + INTERVAL seq MINUTE,"
                        + " '2025-10-03 00:00:00' + INTERVAL seq MINUTE FROM seq_1_to_5000",
                "INSERT INTO job_tracking (id, context_id, job_type, operation, started_at) SELECT concat('j', seq),"
                        + " '" + Appliance.WEB01 + "', if(seq % 3, 'failover', 'cleanup'),"
                        + " if(seq % 3, 'unified-test-failover', 'enhanced-test-failover-rollback'),"
                        + " '2025-10-03 00:00:00' + INTERVAL seq MINUTE FROM seq_1_to_5000",
                "ANALYZE TABLE replication_jobs, job_tracking");

        assertThat(sql.plan(
                        "SELECT id, started_at FROM job_tracking WHERE job_type = 'failover' AND parent_job_id IS NULL"
                                + " AND (started_at < '2025-10-05' OR started_at = '2025-10-05' AND id < 'j' OR started_at IS NULL)"
                                + " ORDER BY started_at DESC, id DESC LIMIT 51"))
                .contains("idx_clearover_job_tracking_shown")
                .contains("Using index")
                .doesNotContain("filesort");
        assertThat(sql.plan("SELECT id, created_at FROM replication_jobs WHERE TRUE"
                        + " AND (created_at < '2025-10-05' OR created_at = '2025-10-05' AND id < 'j' OR created_at IS NULL)"
                        + " ORDER BY created_at DESC, id DESC LIMIT 51"))
                .contains("idx_clearover_replication_jobs_newest")
                .contains("Using index")
                .doesNotContain("filesort");
        assertThat(sql.plan("SELECT id FROM job_tracking WHERE context_id = '" + Appliance.WEB01
                        + "' AND operation = 'unified-test-failover' ORDER BY started_at DESC LIMIT 1"))
                .contains("idx_clearover_job_tracking_operation")
                .contains("Using index")
                .doesNotContain("filesort");
        assertThat(sql.plan("SELECT MAX(completed_at) FROM replication_jobs WHERE vm_context_id = '" + Appliance.WEB01
                        + "' AND status = 'completed'"))
                .contains("Select tables optimized away");
    }
}
