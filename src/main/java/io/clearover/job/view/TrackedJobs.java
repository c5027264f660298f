package io.clearover.job.view;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.AmbiguousIdException;
import io.clearover.job.AmbiguousIdException.Match;
import io.clearover.job.ContextId;
import io.clearover.job.JobId;
import io.clearover.job.JobStatus;
import io.clearover.job.RunningJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads failovers and rollbacks with their steps: two or three statements, however many there are. Thread-safe. */
@ApplicationScoped
public class TrackedJobs {

    private static final String COLUMNS =
            """
            SELECT j.id, j.external_job_id, j.context_id, c.vm_name, c.os_type, j.job_type, j.operation, j.status,
                   %s AS metadata, %s AS error_message, j.started_at, j.completed_at, j.updated_at, j.canceled_at, j.owner
            """
                    .formatted(LongText.document("j.metadata"), LongText.excerpt("j.error_message"));

    private static final String JOBS =
            COLUMNS + " FROM job_tracking j LEFT JOIN vm_replication_contexts c ON c.context_id = j.context_id";

    /** The condition that a row of {@code job_tracking} is shown: a failover or rollback, and no part of another job. */
    public static final String IS_SHOWN =
            "parent_job_id IS NULL AND (job_type IN ('failover', 'cleanup') OR job_type IS NULL)";

    /** How many jobs with one external id are looked at; ours never share one. */
    private static final int MOST_ALIKE = 20;

    /** Uses PRIMARY. */
    private static final String BY_ID = JOBS + " WHERE j.id IN (<ids>)";

    /** Uses PRIMARY and idx_external_job. */
    private static final String BY_ANY_ID = JOBS + " WHERE j.id = :id OR j.external_job_id = :id"
            + " ORDER BY j.id = :id DESC, j.started_at DESC, j.id DESC LIMIT :most";

    /** Uses idx_external_job. */
    private static final String BY_EXTERNAL_IDS =
            JOBS + " WHERE j.external_job_id IN (<ids>) ORDER BY j.started_at DESC, j.id DESC";

    /** Uses the unique key job_id: a failover of which another program kept this row alone. */
    private static final String OLD_RECORD =
            """
            SELECT f.job_id AS id, f.job_id AS external_job_id, f.vm_context_id AS context_id,
                   COALESCE(c.vm_name, f.source_vm_name) AS vm_name, c.os_type, 'failover' AS job_type,
                   CONCAT('unified-', f.job_type, '-failover') AS operation,
                   CASE WHEN f.status IN ('pending', 'completed', 'failed') THEN f.status ELSE 'running' END AS status,
                   NULL AS metadata, %s AS error_message, COALESCE(f.started_at, f.created_at) AS started_at,
                   f.completed_at, f.updated_at, NULL AS canceled_at, NULL AS owner
              FROM failover_jobs f LEFT JOIN vm_replication_contexts c ON c.context_id = f.vm_context_id
             WHERE f.job_id = :id
            """
                    .formatted(LongText.excerpt("f.error_message"));

    /** Uses idx_clearover_job_tracking_recent: reads the newest rows only, however long the history. */
    private static final String NEWEST =
            JOBS + " WHERE j.context_id = :context AND " + IS_SHOWN + " ORDER BY j.started_at DESC LIMIT :limit";

    /** Uses uk_job_steps_job_seq. */
    private static final String STEPS =
            """
            SELECT job_id, name, seq, status, started_at, completed_at, %s AS error_message, %s AS metadata
              FROM job_steps WHERE job_id IN (<jobs>) ORDER BY job_id, seq
            """
                    .formatted(LongText.excerpt("error_message"), LongText.document("metadata"));

    /** Uses idx_status. The live feed has the same rule in its look. */
    private static final String QUEUE =
            """
            SELECT COUNT(*) AS position FROM job_tracking
             WHERE status = 'pending' AND owner = :owner AND (started_at < :started OR started_at = :started AND id <= :id)
            """;

    private final Database database;
    private final RunningJobs runningJobs;

    TrackedJobs() {
        this(null, null);
    }

    @Inject
    public TrackedJobs(Database database, RunningJobs runningJobs) {
        this.database = database;
        this.runningJobs = runningJobs;
    }

    /**
     * The job with this id or external id; of several jobs of one VM with one external id, the newest. Else the failover that
     * another program keeps by this id among the appliance's own ({@code failover_jobs}).
     *
     * @throws AmbiguousIdException if jobs of several VMs have this external id, with the VMs as choices
     */
    public Optional<TrackedJob> find(JobId id) {
        List<JobRow> found = database.list(BY_ANY_ID, Map.of("id", id.value(), "most", MOST_ALIKE), JobRow.class);
        if (found.size() > 1 && !found.get(0).id().equalsIgnoreCase(id.value())) {
            requireOneVm(found.stream().map(this::withoutSteps).toList());
        }
        return withSteps(found.stream().limit(1).toList()).stream().findFirst().or(() -> oldRecord(id));
    }

    /** With its steps, if they are recorded of another job that names it: programs gave one failover two ids. */
    private Optional<TrackedJob> oldRecord(JobId id) {
        return database.first(OLD_RECORD, Map.of("id", id.value()), JobRow.class)
                .map(row -> {
                    List<TrackedJob> newest =
                            row.contextId() == null ? List.of() : newest(new ContextId(row.contextId()), MOST_ALIKE);
                    return newest.stream()
                            .filter(job -> id.value().equals(job.metadata().failoverJobId()))
                            .findFirst()
                            .orElseGet(() -> withoutSteps(row));
                });
    }

    /** Programs that cut long names, or count in seconds, gave one external id to jobs of different VMs. */
    private static void requireOneVm(List<TrackedJob> jobs) {
        List<Match> vms = jobs.stream()
                .map(job -> new Match(job.contextId(), job.vmName(), null))
                .distinct()
                .toList();
        if (vms.stream().map(Match::contextId).distinct().count() > 1) {
            throw new AmbiguousIdException(AmbiguousIdException.Kind.JOB, vms);
        }
    }

    private TrackedJob withoutSteps(JobRow row) {
        return TrackedJob.of(row, List.of(), runningJobs.reportedAfter());
    }

    /** The jobs with these external ids, newest first; several may have the same. Two statements, or none without ids. */
    public List<TrackedJob> withExternalIds(Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? List.of()
                : withSteps(database.list(BY_EXTERNAL_IDS, Map.of("ids", externalIds), JobRow.class));
    }

    /** Which place a pending job has in its server's queue: 1 is the next; null for a job that doesn't wait. */
    public Integer queuePosition(TrackedJob job) {
        if (job.status() != JobStatus.PENDING || !job.row().isOurs()) {
            return null;
        }
        Map<String, Object> parameters = Map.of(
                "owner", job.row().owner(),
                "started", job.row().startedAt(),
                "id", job.row().id());
        return database.first(QUEUE, parameters, Position.class)
                .map(Position::position)
                .orElse(null);
    }

    /** A row of {@link #QUEUE}. */
    public record Position(int position) {}

    /** The VM's newest failovers and rollbacks that say whose they are, newest first. */
    public List<TrackedJob> newest(ContextId context, int limit) {
        return withSteps(database.list(NEWEST, Map.of("context", context.value(), "limit", limit), JobRow.class));
    }

    /** Those of these jobs that are there, in no order. */
    public List<TrackedJob> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : withSteps(database.list(BY_ID, Map.of("ids", ids), JobRow.class));
    }

    /** The jobs of these rows, with their steps: one statement, or none for no rows. */
    List<TrackedJob> withSteps(List<JobRow> jobs) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        List<String> ids = jobs.stream().map(JobRow::id).toList();
        Map<String, List<StepRow>> steps = database.list(STEPS, Map.of("jobs", ids), StepRow.class).stream()
                .collect(Collectors.groupingBy(StepRow::jobId));
        return jobs.stream()
                .map(job -> TrackedJob.of(job, steps.getOrDefault(job.id(), List.of()), runningJobs.reportedAfter()))
                .toList();
    }
}
