package io.clearover.compat;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.ReplicationJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads replications with all that the appliance keeps of them: one statement each. Thread-safe. */
@ApplicationScoped
public class ReplicationRecords {

    /** How many of a VM's newest are told with it. */
    public static final int NEWEST = 10;

    /** More than any appliance copies at once. */
    private static final int MOST_RUNNING = 500;

    private static final String COLUMNS =
            """
            SELECT r.id, r.vm_context_id, c.vm_name,
                   (SELECT COUNT(*) FROM vm_replication_contexts twin
                     WHERE twin.vm_name = c.vm_name AND BINARY twin.vm_name = BINARY c.vm_name
                       AND twin.context_id <> c.context_id) AS twins,
                   %s AS source_vm_id, %s AS source_vm_name, %s AS source_vm_path, %s AS vcenter_host, %s AS datacenter,
                   %s AS replication_type, %s AS target_network, r.status, r.progress_percent, %s AS current_operation,
                   r.bytes_transferred, r.total_bytes, r.transfer_speed_bps, %s AS error_message, %s AS change_id,
                   %s AS previous_change_id, %s AS snapshot_id, r.nbd_port, %s AS nbd_export_name, %s AS target_device,
                   r.ossea_config_id, r.created_at, r.updated_at, r.started_at, r.completed_at,
                   r.vma_sync_type AS sync_type, r.vma_throughput_mbps AS throughput_mbps, r.vma_eta_seconds AS eta_seconds,
                   r.vma_last_poll_at AS last_poll_at, r.vma_error_classification AS error_classification,
                   %s AS error_details, r.schedule_execution_id, r.scheduled_by, r.vm_group_id
            """
                    .formatted(
                            LongText.name("r.source_vm_id"),
                            LongText.name("r.source_vm_name"),
                            LongText.name("r.source_vm_path"),
                            LongText.name("r.v_center_host"),
                            LongText.name("r.datacenter"),
                            LongText.name("r.replication_type"),
                            LongText.name("r.target_network"),
                            LongText.name("r.current_operation"),
                            LongText.excerpt("r.error_message"),
                            LongText.name("r.change_id"),
                            LongText.name("r.previous_change_id"),
                            LongText.name("r.snapshot_id"),
                            LongText.name("r.nbd_export_name"),
                            LongText.name("r.target_device"),
                            LongText.excerpt("r.vma_error_details"));

    private static final String OF = " LEFT JOIN vm_replication_contexts c ON c.context_id = r.vm_context_id";

    /** Uses idx_clearover_replication_jobs_recent and PRIMARY. The union has the current one but once. */
    private static final String OF_VM = COLUMNS
            + """
              FROM ((SELECT id FROM replication_jobs WHERE vm_context_id = :context ORDER BY created_at DESC LIMIT :limit)
                    UNION SELECT id FROM replication_jobs WHERE id = :current) wanted
              JOIN replication_jobs r ON r.id = wanted.id
            """
            + OF + " ORDER BY r.created_at DESC, r.id";

    /** Uses PRIMARY. */
    private static final String ONE = COLUMNS + " FROM replication_jobs r" + OF + " WHERE r.id = :id";

    /** Uses idx_replication_jobs_progress_timeout, ranges on both of its columns: costs what runs, not the history. */
    private static final String RUNNING = COLUMNS
            + """
              FROM (SELECT id FROM replication_jobs
                     WHERE status NOT IN ('completed', 'failed', 'cancelled') AND updated_at >= :reported_after
                     ORDER BY updated_at DESC LIMIT :limit) running
              JOIN replication_jobs r ON r.id = running.id
            """
            + OF + " WHERE r.completed_at IS NULL ORDER BY r.updated_at DESC, r.id";

    private final Database database;
    private final ReplicationJobs replications;
    private final RunningJobs runningJobs;

    ReplicationRecords() {
        this(null, null, null);
    }

    @Inject
    public ReplicationRecords(Database database, ReplicationJobs replications, RunningJobs runningJobs) {
        this.database = database;
        this.replications = replications;
        this.runningJobs = runningJobs;
    }

    /**
     * A VM's newest ten, newest first, and the current one, where it isn't among them.
     *
     * @param current an id; null for none
     */
    public List<ReplicationRecord> of(String contextId, String current) {
        Map<String, Object> parameters =
                Map.of("context", contextId, "limit", NEWEST, "current", current == null ? "" : current);
        return database.list(OF_VM, parameters, ReplicationRecord.class);
    }

    /** The one with that id. */
    public Optional<ReplicationRecord> find(String id) {
        return database.first(ONE, Map.of("id", id), ReplicationRecord.class);
    }

    /** Those that have not ended and are reported on, of all VMs, at most 500; the one last reported on first. */
    public List<ReplicationRecord> running() {
        Map<String, Object> parameters =
                Map.of("reported_after", replications.inWriterZone(runningJobs.reportedAfter()), "limit", MOST_RUNNING);
        return database.list(RUNNING, parameters, ReplicationRecord.class);
    }
}
