package io.clearover.compat;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.database.TableAbsent;
import io.clearover.job.view.ReplicationJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Reads what the appliance notes of each disk's synchronizations, if it has that table: one statement each. Thread-safe. */
@ApplicationScoped
public class CbtForms {

    private static final int NEWEST = 20;

    private static final String ROWS =
            """
            SELECT id, job_id, vm_context_id, %s AS disk_id, %s AS change_id, %s AS previous_change_id, %s AS sync_type,
                   blocks_changed, bytes_transferred, sync_duration_seconds, COALESCE(sync_success, 0) AS sync_success,
                   created_at
              FROM cbt_history WHERE %%s = :id ORDER BY id DESC LIMIT :limit
            """
                    .formatted(
                            LongText.name("disk_id"),
                            LongText.name("change_id"),
                            LongText.name("COALESCE(previous_change_id, '')"),
                            LongText.name("sync_type"));

    /** Uses idx_cbt_history_context, backward. */
    private static final String OF_VM = ROWS.formatted("vm_context_id");

    /** Uses fk_cbt_history_job, backward. */
    private static final String OF_REPLICATION = ROWS.formatted("job_id");

    private final Database database;
    private final ReplicationJobs replications;

    CbtForms() {
        this(null, null);
    }

    @Inject
    public CbtForms(Database database, ReplicationJobs replications) {
        this.database = database;
        this.replications = replications;
    }

    /** The newest 20 of a VM, newest first; none where the appliance doesn't keep them. */
    public List<CbtForm> ofVm(String contextId) {
        return forms(OF_VM, contextId);
    }

    /** The newest 20 of a replication; as {@link #ofVm}. */
    public List<CbtForm> ofReplication(String replicationId) {
        return forms(OF_REPLICATION, replicationId);
    }

    private List<CbtForm> forms(String sql, String id) {
        try {
            return database.list(sql, Map.of("id", id, "limit", NEWEST), CbtForm.class).stream()
                    .map(row -> row.at(replications.inUtc(row.createdAt())))
                    .toList();
        } catch (RuntimeException failed) {
            if (TableAbsent.caused(failed)) {
                return List.of();
            }
            throw failed;
        }
    }
}
