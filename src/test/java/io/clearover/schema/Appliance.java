package io.clearover.schema;

import java.util.ArrayList;
import java.util.List;

/** An appliance that was there before the product: its tables, and what its programs write into them. */
record Appliance(Sql sql) {

    static final String WEB01 = "ctx-web01-20250901-090000";
    static final String DB01 = "ctx-db01-20250901-090000";
    static final String SUMMARY = "{\"status\":\"failed\",\"timestamp\":\"2025-10-03T14:22:00Z\"}";

    /** Tables that others point at and that an empty database does not get. */
    static final List<String> SCHEDULERS_TABLES = List.of("schedule_executions", "vm_machine_groups");

    static List<ApplianceTable> withoutSummary() {
        return ApplianceTable.all().stream()
                .map(table -> table.without("last_operation_summary"))
                .toList();
    }

    void install(List<ApplianceTable> tables) {
        List<String> statements = new ArrayList<>();
        statements.add("SET foreign_key_checks = 0");
        SCHEDULERS_TABLES.forEach(
                name -> statements.add("CREATE TABLE " + name + " (id varchar(64) NOT NULL PRIMARY KEY)"
                        + " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci"));
        tables.forEach(table -> statements.add(table.sql()));
        sql.run(statements.toArray(String[]::new));
    }

    /** One row in each table of importance, tied to each other. */
    void rows() {
        context(WEB01, null);
        sql.run(
                "INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,"
                        + " v_center_host, datacenter, replication_type, created_at) VALUES ('repl-1', '" + WEB01
                        + "', 'vm-1', 'web01', '/DC/vm/web01', 'vcenter.example.com', 'DC', 'incremental', now(3))",
                "UPDATE vm_replication_contexts SET current_job_id = 'repl-1'",
                "INSERT INTO vm_disks (vm_context_id, job_id, disk_id, vm_dk_path, size_gb) VALUES ('" + WEB01
                        + "', 'repl-1', 'disk-2000', '[ds] web01/web01.vmdk', 40)",
                "INSERT INTO job_tracking (operation, context_id, metadata) VALUES ('test-failover', '" + WEB01
                        + "', '{\"a\":1}')",
                "INSERT INTO job_steps (job_id, name, seq) SELECT id, 'validation', 1 FROM job_tracking");
    }

    void context(String id, String summary) {
        sql.run(
                "INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter"
                        + (summary == null ? "" : ", last_operation_summary") + ") VALUES ('" + id + "', '" + id
                        + "', '" + id
                        + "', '/DC/vm', 'vcenter.example.com', 'DC'" + (summary == null ? "" : ", '" + summary + "'")
                        + ")");
    }
}
