package io.clearover.compat;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the appliance's own list of failovers: one statement. Thread-safe. */
@ApplicationScoped
public class FailoverJobRecords {

    /** Uses PRIMARY, idx_job_type, idx_status or idx_vm_id, backward, idx_failover_jobs_context and the contexts' PRIMARY. */
    private static final String NEWEST =
            """
            SELECT f.id, f.job_id, f.vm_context_id, f.vm_id, f.job_type, f.status, f.source_vm_name, f.destination_vm_id,
                   f.ossea_snapshot_id AS snapshot_id, %s AS error_message, f.created_at, f.updated_at, f.started_at,
                   f.completed_at, c.current_status AS vm_status,
                   (SELECT n.id FROM failover_jobs n WHERE n.vm_context_id = f.vm_context_id
                     ORDER BY n.id DESC LIMIT 1) AS newest_id
              FROM failover_jobs f LEFT JOIN vm_replication_contexts c ON c.context_id = f.vm_context_id
            """
                    .formatted(LongText.excerpt("f.error_message"));

    private final Database database;

    FailoverJobRecords() {
        this(null);
    }

    @Inject
    public FailoverJobRecords(Database database) {
        this.database = database;
    }

    /** @param statuses words of the column; empty for all, as null for the others is */
    public record Filter(String type, List<String> statuses, String vmId) {}

    /** The newest that fit, newest first. */
    public List<FailoverJobRecord> newest(Filter filter, int limit) {
        StringBuilder sql = new StringBuilder(NEWEST).append(" WHERE TRUE");
        Map<String, Object> parameters = new HashMap<>(Map.of("limit", limit));
        if (filter.type() != null) {
            sql.append(" AND f.job_type = :type");
            parameters.put("type", filter.type());
        }
        if (!filter.statuses().isEmpty()) {
            sql.append(" AND f.status IN (<statuses>)");
            parameters.put("statuses", filter.statuses());
        }
        if (filter.vmId() != null) {
            sql.append(" AND f.vm_id = :vm");
            parameters.put("vm", filter.vmId());
        }
        return database.list(sql + " ORDER BY f.id DESC LIMIT :limit", parameters, FailoverJobRecord.class);
    }
}
