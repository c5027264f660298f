package io.clearover.job.view;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.JobStatus;
import io.clearover.job.RunningJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.mapper.Nested;

/** Reads the replications that the appliance ran. Its DATETIMEs are in its writer's local time. Thread-safe. */
@ApplicationScoped
public class ReplicationJobs {

    /** With what the names of parameters begin. */
    private static final String COPY = "copy";

    private static final String COLUMNS =
            """
            r.id, %s AS replication_type, r.status, r.progress_percent, %s AS current_operation,
            %s AS error_message, %s AS error_details, r.bytes_transferred,
            COALESCE(r.started_at, r.created_at) AS started_at, r.completed_at, r.updated_at, %s AS silent
            """
                    .formatted(
                            LongText.name("r.replication_type"),
                            LongText.name("r.current_operation"),
                            LongText.excerpt("r.error_message"),
                            LongText.excerpt("r.vma_error_details"),
                            silent("r."));

    /** The condition that a row of {@code replication_jobs} says that it has ended, as {@link ReplicationRow#state()} reads it. */
    public static final String HAS_ENDED =
            """
            (status IN ('completed', 'failed', 'cancelled', 'succeeded') OR completed_at IS NOT NULL OR status LIKE '%fail%'
             OR status LIKE '%error%' OR status LIKE '%cancel%')
            """;

    /** Uses PRIMARY. */
    private static final String BY_ID = "SELECT " + COLUMNS + " FROM replication_jobs r WHERE r.id IN (<ids>)";

    /** Uses idx_clearover_replication_jobs_newest, then PRIMARY. */
    private static final String OF_FLEET =
            "SELECT l.place, l.id AS listed_id, l.created_at AS listed_at, r.id IS NOT NULL AS wanted,"
                    + " r.vm_context_id AS context_id, COALESCE(c.vm_name, " + LongText.name("r.source_vm_name")
                    + ") AS vm_name, "
                    + COLUMNS
                    + """
              FROM (%s) l
              LEFT JOIN replication_jobs r ON r.id = l.id%s
              LEFT JOIN vm_replication_contexts c ON c.context_id = r.vm_context_id
            """;

    /** The VM and its replications. Uses idx_clearover_replication_jobs_recent, then PRIMARY. */
    private static final String OF_VM =
            "SELECT l.place, l.id AS listed_id, l.created_at AS listed_at, r.id IS NOT NULL AS wanted, "
                    + ListedVm.COLUMNS
                    + ", " + COLUMNS
                    + """
              FROM vm_replication_contexts c
              LEFT JOIN (%s) l ON TRUE
              LEFT JOIN replication_jobs r ON r.id = l.id%s
             WHERE c.context_id = :context_0
            """;

    /** By the VM's name, which the row alone has where the VM is gone. */
    private static final String HAS_TEXT =
            """
             AND (LOCATE(:text, r.id) > 0
                  OR r.vm_context_id IN (SELECT context_id FROM vm_replication_contexts WHERE LOCATE(:text, vm_name) > 0)
                  OR NOT EXISTS (SELECT 1 FROM vm_replication_contexts v WHERE v.context_id = r.vm_context_id)
                     AND LOCATE(:text, r.source_vm_name) > 0)
            """;

    private final Database database;
    private final RunningJobs runningJobs;
    private final ZoneId writerZone;

    ReplicationJobs() {
        this(null, null, ZoneOffset.UTC.getId());
    }

    /** @param writerZone in which zone the appliance writes DATETIMEs, such as {@code Europe/London} */
    @Inject
    public ReplicationJobs(
            Database database,
            RunningJobs runningJobs,
            @ConfigProperty(name = "clearover.database.writer-zone", defaultValue = "UTC") String writerZone) {
        this.database = database;
        this.runningJobs = runningJobs;
        this.writerZone = ZoneId.of(writerZone);
    }

    /**
     * The column {@code silent} of a {@link ReplicationRow}, for the parameter reported_after_wall.
     *
     * @param alias of {@code replication_jobs} with a dot, or nothing
     */
    public static String silent(String alias) {
        return "COALESCE(COALESCE(%1$supdated_at, %1$sstarted_at, %1$screated_at) < :reported_after_wall, TRUE)"
                .formatted(alias);
    }

    /** The parameter reported_after_wall: a replication that was last changed before it no longer runs. */
    public Instant reportedAfter() {
        return inWriterZone(runningJobs.reportedAfter());
    }

    /** Those of these replications that are there, in no order. */
    public List<ReplicationRow> of(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = Map.of("ids", ids, "reported_after_wall", reportedAfter());
        return database.list(BY_ID, parameters, ReplicationRow.class).stream()
                .map(this::inUtc)
                .toList();
    }

    /** A row of {@link #OF_VM}. */
    public record VmRow(@Nested ListedVm vm, @Nested ReplicationListRow listed) {}

    /** A VM and the next of its replications. */
    record OfVm(ListedVm vm, ListedPart<ReplicationListRow> part) {}

    /** The replication with this id. */
    public Optional<ReplicationListRow> find(String id) {
        return database.first(
                        OF_FLEET.formatted(
                                "SELECT 0 AS place, id, created_at FROM replication_jobs WHERE id = :id", ""),
                        Map.of("id", id, "reported_after_wall", reportedAfter()),
                        ReplicationListRow.class)
                .map(this::asItWas);
    }

    /** The next replications of a VM; empty if there is no such VM. Parameters as of {@link #after}. */
    Optional<OfVm> ofVm(String context, ListPlace.Mark place, JobFilter filter, int most) {
        ListOrder order = ListOrder.NEWEST_FIRST;
        List<VmRow> rows = database.list(
                sql(OF_VM, place, List.of(context), filter, order),
                withSilence(parameters(place, List.of(context), filter, order, filter.wantsReplications() ? most : 0)),
                VmRow.class);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<ReplicationListRow> listed = rows.stream()
                .map(VmRow::listed)
                .filter(row -> row.listedId() != null)
                .sorted(Comparator.comparingInt(ReplicationListRow::place))
                .map(this::asItWas)
                .toList();
        return Optional.of(new OfVm(
                rows.get(0).vm(), new ListedPart<>(listed, !filter.wantsReplications() || listed.size() < most)));
    }

    /**
     * The next rows.
     *
     * @param contexts ids of the VMs whose jobs are listed; null for all jobs of the fleet
     * @param most how many rows are looked at
     */
    ListedPart<ReplicationListRow> after(
            ListPlace.Mark place, List<String> contexts, JobFilter filter, ListOrder order, int most) {
        if (!filter.wantsReplications()) {
            return ListedPart.none();
        }
        List<ReplicationListRow> rows = database.list(
                sql(OF_FLEET, place, contexts, filter, order),
                withSilence(parameters(place, contexts, filter, order, most)),
                ReplicationListRow.class);
        return new ListedPart<>(
                rows.stream()
                        .sorted(Comparator.comparingInt(ReplicationListRow::place))
                        .map(this::asItWas)
                        .toList(),
                rows.size() < most);
    }

    private Map<String, Object> withSilence(Map<String, Object> parameters) {
        parameters.put("reported_after_wall", reportedAfter());
        return parameters;
    }

    private ReplicationListRow asItWas(ReplicationListRow row) {
        return new ReplicationListRow(
                row.place(),
                row.listedId(),
                row.listedAt(),
                row.wanted(),
                row.updatedAt(),
                row.contextId(),
                row.vmName(),
                row.wanted() ? inUtc(row.replication()) : null);
    }

    private static String sql(
            String statement, ListPlace.Mark place, List<String> contexts, JobFilter filter, ListOrder order) {
        return statement.formatted(order.placed("created_at", listed(place, contexts, filter, order)), wanted(filter));
    }

    /** The statement for the ids of the rows that are looked at, for {@link #parameters}. */
    static String listed(ListPlace.Mark place, List<String> contexts, JobFilter filter, ListOrder order) {
        List<String> vms = contexts == null
                ? List.of("TRUE")
                : TrackedJobLists.parameters(contexts).stream()
                        .map("vm_context_id = "::concat)
                        .toList();
        String next = filter.span("created_at", COPY) + order.after("created_at", "id", place, COPY);
        String sorted = order.by("created_at", "id") + " LIMIT :most";
        return vms.stream()
                        .map(vm -> "(SELECT id, created_at FROM replication_jobs WHERE %s%s%s)"
                                .formatted(vm, next, sorted))
                        .collect(Collectors.joining(" UNION ALL "))
                + sorted;
    }

    Map<String, Object> parameters(
            ListPlace.Mark place, List<String> contexts, JobFilter filter, ListOrder order, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("most", most);
        order.bind(place, COPY, parameters);
        filter.bindSpan(this::inWriterZone, COPY, parameters);
        TrackedJobLists.bindContexts(contexts, parameters);
        if (filter.text() != null) {
            parameters.put("text", filter.text());
        }
        return parameters;
    }

    /** What must be so of a wanted replication's row; of some more it is so too. */
    private static String wanted(JobFilter filter) {
        Set<JobStatus> statuses = filter.wantedStatuses();
        return (filter.text() == null ? "" : HAS_TEXT) + anyOf(statuses);
    }

    private static String anyOf(Set<JobStatus> statuses) {
        return statuses.isEmpty()
                ? ""
                : statuses.stream().map(ReplicationJobs::maySay).collect(Collectors.joining(" OR ", " AND (", ")"));
    }

    /** As {@link ReplicationRow#state} reads the columns. */
    private static String maySay(JobStatus status) {
        return switch (status) {
            case FAILED -> "r.status LIKE '%fail%' OR r.status LIKE '%error%'";
            case CANCELLED -> "r.status LIKE '%cancel%'";
            case COMPLETED -> "r.status IN ('completed', 'succeeded') OR r.completed_at IS NOT NULL";
            case UNKNOWN -> "FALSE";
            default -> "r.completed_at IS NULL AND COALESCE(r.status, '') NOT IN ('completed', 'failed', 'cancelled')";
        };
    }

    /** The row with its times as they really were. */
    public ReplicationRow inUtc(ReplicationRow row) {
        return new ReplicationRow(
                row.id(),
                row.replicationType(),
                row.status(),
                row.progressPercent(),
                row.currentOperation(),
                row.errorMessage(),
                row.errorDetails(),
                row.bytesTransferred(),
                inUtc(row.startedAt()),
                inUtc(row.completedAt()),
                row.silent());
    }

    /** When it was: the sessions run in UTC, so what was read as an instant is the writer's wall clock. Null for null. */
    public Instant inUtc(Instant wallClock) {
        return wallClock == null
                ? null
                : wallClock
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .atZone(writerZone)
                        .toInstant();
    }

    /** The other way round: what the writer's wall clock showed at this instant, as a parameter of a statement. */
    public Instant inWriterZone(Instant instant) {
        return instant.atZone(writerZone).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
