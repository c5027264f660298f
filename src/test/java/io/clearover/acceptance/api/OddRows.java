package io.clearover.acceptance.api;

import io.clearover.acceptance.support.Clearover;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Writes rows as other programs of the appliance may leave them, past all checks, and finds them in the answers. */
public final class OddRows {

    private static final String WEB01 = "ctx-web01-20250901-090000";
    private static final List<String> LENIENT =
            List.of("SET sql_mode = ''", "SET check_constraint_checks = 0", "SET time_zone = '+00:00'");

    private OddRows() {}

    /** A completed test failover of web01 a few minutes ago, then changed as a careless writer might. */
    public static void job(Clearover clearover, String id, String columns) {
        lenient(
                clearover,
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category, metadata,
                                          started_at, completed_at)
                VALUES ('%s', '%s', 'failover', 'unified-test-failover', 'completed', 'system', 'failover', '{}',
                        UTC_TIMESTAMP() - INTERVAL 3 MINUTE, UTC_TIMESTAMP() - INTERVAL 1 MINUTE)"""
                        .formatted(id, WEB01),
                "UPDATE job_tracking SET %s WHERE id = '%s'".formatted(columns, id));
    }

    public static void step(Clearover clearover, String job, int seq, String name, String columns) {
        lenient(
                clearover,
                "INSERT INTO job_steps (job_id, seq, name, status, started_at) VALUES ('%s', %d, '%s', 'completed', UTC_TIMESTAMP(6))"
                        .formatted(job, seq, name),
                "UPDATE job_steps SET %s WHERE job_id = '%s' AND seq = %d".formatted(columns, job, seq));
    }

    public static void replication(Clearover clearover, String id, String columns) {
        lenient(
                clearover,
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,
                       v_center_host, datacenter, replication_type, status, created_at, started_at, completed_at)
                VALUES ('%s', '%s', '', 'web01', '', '', '', 'incremental', 'completed', UTC_TIMESTAMP(3),
                        UTC_TIMESTAMP(3) - INTERVAL 3 MINUTE, UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE)"""
                        .formatted(id, WEB01),
                "UPDATE replication_jobs SET %s WHERE id = '%s'".formatted(columns, id));
    }

    public static void summary(Clearover clearover, String json) {
        lenient(
                clearover,
                "UPDATE vm_replication_contexts SET last_operation_summary = '%s' WHERE context_id = '%s'"
                        .formatted(json, WEB01));
    }

    public static void lenient(Clearover clearover, String... statements) {
        List<String> all = new ArrayList<>(LENIENT);
        all.addAll(List.of(statements));
        clearover.sql(all.toArray(String[]::new));
    }

    /** The status as the viewer sees it; an admin gets one too. */
    static JsonObject status(Clearover clearover, String id) {
        clearover.status(id, "admin");
        return clearover.status(id, "viewer");
    }

    static JsonObject listed(Clearover clearover, String id) {
        return clearover.recentJobs("web01").getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
                .filter(job -> job.getString("job_id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not listed"));
    }

    static List<JsonObject> steps(JsonObject status) {
        return status.getJsonArray("steps").getValuesAs(JsonObject.class);
    }

    static double progress(JsonObject job) {
        return job.getJsonNumber("progress").doubleValue();
    }
}
