package io.clearover.vm.rest;

import io.clearover.database.Database;
import io.clearover.job.ContextId;
import io.clearover.job.RunningJobs;
import io.clearover.summary.LastOperationReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Reads VMs with their last operation and what runs on them: one statement. Thread-safe. */
@ApplicationScoped
public class VmList {

    private static final String COLUMNS =
            """
            SELECT c.context_id, c.vm_name, c.vmware_vm_id, c.vm_path, c.vcenter_host, c.datacenter, c.current_status,
                   c.os_type, c.cpu_count, c.memory_mb, c.power_state, c.vm_tools_version, c.current_job_id,
                   COALESCE(c.total_jobs_run, 0) AS total_jobs_run, COALESCE(c.successful_jobs, 0) AS successful_jobs,
                   COALESCE(c.failed_jobs, 0) AS failed_jobs, c.last_successful_job_id, c.first_job_at, c.last_job_at,
                   c.last_status_change, c.created_at, c.updated_at, COALESCE(c.auto_added, 0) AS auto_added,
                   COALESCE(c.scheduler_enabled, 0) AS scheduler_enabled, c.last_scheduled_job_id, c.next_scheduled_at,
                   c.credential_id, c.ossea_config_id, %s, r.id AS running_job_id
              FROM vm_replication_contexts c
              LEFT JOIN (SELECT context_id, MAX(id) AS id FROM job_tracking
                          WHERE %s
                          GROUP BY context_id) r ON r.context_id = c.context_id
            """
                    .formatted(LastOperationReader.COLUMN, RunningJobs.OPERATION_RUNS);

    private static final int MOST = 5000;

    /** Uses idx_vm_name for the order and idx_status for what runs. Reads one more than are listed, to see whether there is. */
    private static final String ALL = COLUMNS + " ORDER BY c.vm_name, c.context_id LIMIT " + (MOST + 1);

    private static final String ONE = COLUMNS + " WHERE c.context_id = :context";

    /** Uses PRIMARY and idx_vm_name, whose collation takes names for equal that are not. */
    private static final String BY_ID_OR_NAME =
            COLUMNS + " WHERE c.context_id = :text OR c.vm_name = :text ORDER BY c.context_id";

    private final Database database;
    private final LastOperationReader lastOperations;
    private final RunningJobs runningJobs;

    VmList() {
        this(null, null, null);
    }

    @Inject
    public VmList(Database database, LastOperationReader lastOperations, RunningJobs runningJobs) {
        this.database = database;
        this.lastOperations = lastOperations;
        this.runningJobs = runningJobs;
    }

    /**
     * VMs by name.
     *
     * @param count how many are listed here
     * @param truncated whether there are more than can be listed: then these are the first
     */
    public record Listed(List<VmView> vmContexts, int count, boolean truncated) {}

    /** All VMs, unless there are more than 5,000. */
    public Listed all() {
        List<VmView.Row> found =
                database.list(ALL, Map.of("reported_after", runningJobs.reportedAfter()), VmView.Row.class);
        List<VmView> vms = found.stream().limit(MOST).map(this::view).toList();
        return new Listed(vms, vms.size(), found.size() > MOST);
    }

    /** @throws io.clearover.job.UnknownIdException if there is none */
    public VmView one(ContextId id) {
        Map<String, Object> parameters = Map.of("context", id.value(), "reported_after", runningJobs.reportedAfter());
        return database.first(ONE, parameters, VmView.Row.class).map(this::view).orElseThrow(ContextId::notFound);
    }

    /**
     * The one with that context id; if none has it, all of exactly that name, one or more.
     *
     * @throws io.clearover.job.UnknownIdException if there is none
     */
    public List<VmView> matching(String idOrName) {
        List<VmView.Row> found = database.list(
                BY_ID_OR_NAME,
                Map.of("text", idOrName, "reported_after", runningJobs.reportedAfter()),
                VmView.Row.class);
        List<VmView.Row> byId = found.stream()
                .filter(row -> row.contextId().equalsIgnoreCase(idOrName))
                .toList();
        List<VmView.Row> matching = byId.isEmpty()
                ? found.stream().filter(row -> row.vmName().equals(idOrName)).toList()
                : byId;
        if (matching.isEmpty()) {
            throw ContextId.notFound();
        }
        return matching.stream().map(this::view).toList();
    }

    private VmView view(VmView.Row row) {
        return VmView.of(row, lastOperations.read(row.lastOperationSummary()));
    }
}
