package io.clearover.vm.rest;

import io.clearover.database.Database;
import io.clearover.job.ContextId;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.LastRuns;
import io.clearover.summary.LastOperationReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.Nested;

/** Reads VMs with their last operation, what ran last and what runs on them: two statements. Thread-safe. */
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

    /** Uses idx_vm_name or idx_vm_contexts_last_op_time for the order and idx_status for what runs; VMs are no history. */
    private static final String SOME = COLUMNS.replace("%", "%%")
                    .replaceFirst("SELECT", "SELECT (SELECT COUNT(*) FROM vm_replication_contexts c%1\\$s) AS total,")
            + "%1$s ORDER BY %2$s LIMIT :limit OFFSET :offset";

    private static final String ONE = COLUMNS + " WHERE c.context_id = :context";

    /** Uses PRIMARY and idx_vm_name, whose collation takes names for equal that are not. */
    private static final String BY_ID_OR_NAME =
            COLUMNS + " WHERE c.context_id = :text OR c.vm_name = :text ORDER BY c.context_id";

    private final Database database;
    private final LastOperationReader lastOperations;
    private final RunningJobs runningJobs;
    private final LastRuns lastRuns;

    VmList() {
        this(null, null, null, null);
    }

    @Inject
    public VmList(Database database, LastOperationReader lastOperations, RunningJobs runningJobs, LastRuns lastRuns) {
        this.database = database;
        this.lastOperations = lastOperations;
        this.runningJobs = runningJobs;
        this.lastRuns = lastRuns;
    }

    /**
     * VMs, by name unless another order was asked for.
     *
     * @param count how many are listed here
     * @param truncated whether there are more after these
     * @param total how many fit, listed here or not
     */
    public record Listed(List<VmView> vmContexts, int count, boolean truncated, int total) {}

    /** A row of the query for many. */
    public record Row(int total, @Nested VmView.Row vm) {}

    /** Those that are asked for. */
    public Listed some(VmFilter filter) {
        Map<String, Object> parameters = filter.parameters();
        parameters.put("reported_after", runningJobs.reportedAfter());
        List<Row> found = database.list(filter.in(SOME), parameters, Row.class);
        Map<String, LastRuns.OfVm> last =
                lastRuns.of(found.stream().map(row -> row.vm().contextId()).toList());
        List<VmView> vms = found.stream().map(row -> view(row.vm(), last)).toList();
        int total = found.isEmpty() ? 0 : found.get(0).total();
        return new Listed(vms, vms.size(), filter.offset() + vms.size() < total, total);
    }

    /** @throws io.clearover.job.UnknownIdException if there is none */
    public VmView one(ContextId id) {
        Map<String, Object> parameters = Map.of("context", id.value(), "reported_after", runningJobs.reportedAfter());
        VmView.Row row = database.first(ONE, parameters, VmView.Row.class).orElseThrow(ContextId::notFound);
        return view(row, lastRuns.of(List.of(row.contextId())));
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
        Map<String, LastRuns.OfVm> last =
                lastRuns.of(matching.stream().map(VmView.Row::contextId).toList());
        return matching.stream().map(row -> view(row, last)).toList();
    }

    private VmView view(VmView.Row row, Map<String, LastRuns.OfVm> last) {
        return VmView.of(
                row,
                lastOperations.read(row.lastOperationSummary()),
                last.getOrDefault(row.contextId(), LastRuns.OfVm.NOTHING));
    }
}
