package io.clearover.job.view;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the failovers and rollbacks of a list: a bounded number of rows by their index, and of those the ones that can be wanted.
 * One statement. Thread-safe.
 */
@ApplicationScoped
public class TrackedJobLists {

    /** How many of the newest jobs without a context are looked at for a VM: programs that name no VM write there too. */
    private static final int WITHOUT_CONTEXT = 500;

    /** With what the names of parameters begin. */
    private static final String TRACKED = "tracked";

    /** The rows that are looked at, by ids; then of those that can be wanted the rest, by PRIMARY. */
    private static final String LIST =
            """
            SELECT l.place, l.id AS listed_id, l.started_at AS listed_at, j.id IS NOT NULL AS wanted,
                   j.id, j.external_job_id, j.context_id, c.vm_name, c.os_type, j.job_type, j.operation, j.status,
                   %s AS metadata, %s AS error_message, j.started_at, j.completed_at, j.updated_at, j.canceled_at, j.owner
              FROM (%%s) l
              LEFT JOIN job_tracking j ON j.id = l.id%%s
              LEFT JOIN vm_replication_contexts c ON c.context_id = j.context_id
            """
                    .formatted(LongText.document("j.metadata"), LongText.excerpt("j.error_message"));

    /** Uses idx_clearover_job_tracking_recent. */
    private static final String OF_VM = "context_id = %s AND " + TrackedJobs.IS_SHOWN;

    /**
     * Older programs leave the context out, and name it in the metadata alone, which may be anything. Reads a window of
     * idx_clearover_job_tracking_recent and those rows by PRIMARY.
     */
    private static final String NAMED_ONLY =
            """
            SELECT j.id, j.started_at
              FROM (SELECT id FROM job_tracking WHERE context_id IS NULL ORDER BY started_at DESC LIMIT\s"""
                    + WITHOUT_CONTEXT
                    + """
            ) newest
              STRAIGHT_JOIN job_tracking j ON j.id = newest.id
             WHERE CASE WHEN JSON_VALID(j.metadata) THEN JSON_VALUE(j.metadata, '$.context_id') END IN (%s) AND\s"""
                    + TrackedJobs.IS_SHOWN;

    /** Together what {@link TrackedJobs#IS_SHOWN} says; each uses idx_clearover_job_tracking_shown. */
    private static final List<String> SHOWN = Stream.of("= 'failover'", "= 'cleanup'", "IS NULL")
            .map(type -> "job_type %s AND parent_job_id IS NULL".formatted(type))
            .toList();

    /** By the VM's name, which the metadata alone has where the VM is gone. */
    private static final String HAS_TEXT =
            """
             AND (LOCATE(:text, j.id) > 0 OR LOCATE(:text, j.external_job_id) > 0
                  OR j.context_id IN (SELECT context_id FROM vm_replication_contexts WHERE LOCATE(:text, vm_name) > 0)
                  OR NOT EXISTS (SELECT 1 FROM vm_replication_contexts v WHERE v.context_id = j.context_id)
                     AND CASE WHEN JSON_VALID(j.metadata)
                              THEN LOCATE(LOWER(:text), LOWER(JSON_VALUE(j.metadata, '$.vm_name'))) > 0 END)
            """;

    private static final String IS_ROLLBACK =
            "(COALESCE(j.job_type, '') = 'cleanup' OR j.operation LIKE '%rollback%' OR j.operation LIKE '%cleanup%')";

    private final Database database;

    TrackedJobLists() {
        this(null);
    }

    @Inject
    public TrackedJobLists(Database database) {
        this.database = database;
    }

    /**
     * The next rows.
     *
     * @param contexts ids of the VMs whose jobs are listed; null for all jobs of the fleet
     * @param most how many rows are looked at
     */
    ListedPart<TrackedListRow> after(
            ListPlace.Mark place, List<String> contexts, JobFilter filter, ListOrder order, int most) {
        if (!filter.wantsTracked()) {
            return ListedPart.none();
        }
        Map<String, Object> parameters = parameters(place, contexts, filter, order, most);
        List<TrackedListRow> rows = database.list(
                LIST.formatted(
                        order.placed("started_at", listed(place, contexts, filter, order)), wanted(filter, parameters)),
                parameters,
                TrackedListRow.class);
        return new ListedPart<>(
                rows.stream()
                        .sorted(Comparator.comparingInt(TrackedListRow::place))
                        .toList(),
                rows.size() < most);
    }

    /** The statement for the ids of the rows that are looked at, for {@link #parameters}. */
    static String listed(ListPlace.Mark place, List<String> contexts, JobFilter filter, ListOrder order) {
        return contexts == null ? ofFleet(place, filter, order) : ofVms(place, contexts, filter, order);
    }

    static Map<String, Object> parameters(
            ListPlace.Mark place, List<String> contexts, JobFilter filter, ListOrder order, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("most", most);
        order.bind(place, TRACKED, parameters);
        filter.bindSpan(instant -> instant, TRACKED, parameters);
        bindContexts(contexts, parameters);
        return parameters;
    }

    private static String ofFleet(ListPlace.Mark place, JobFilter filter, ListOrder order) {
        String next = filter.span("started_at", TRACKED) + order.after("started_at", "id", place, TRACKED);
        return united(SHOWN.stream().map(type -> part(type + next, order)), order);
    }

    private static String ofVms(ListPlace.Mark place, List<String> contexts, JobFilter filter, ListOrder order) {
        String next = filter.span("started_at", TRACKED) + order.after("started_at", "id", place, TRACKED);
        String named = "(%s%s%s%s LIMIT :most)"
                .formatted(
                        NAMED_ONLY.formatted(String.join(", ", parameters(contexts))),
                        filter.span("j.started_at", TRACKED),
                        order.after("j.started_at", "j.id", place, TRACKED),
                        order.by("j.started_at", "j.id"));
        Stream<String> known =
                parameters(contexts).stream().map(context -> part(OF_VM.formatted(context) + next, order));
        return united(Stream.concat(known, Stream.of(named)), order);
    }

    private static String part(String condition, ListOrder order) {
        return "(SELECT id, started_at FROM job_tracking WHERE %s%s LIMIT :most)"
                .formatted(condition, order.by("started_at", "id"));
    }

    private static String united(Stream<String> parts, ListOrder order) {
        return parts.collect(Collectors.joining(" UNION ALL ")) + order.by("started_at", "id") + " LIMIT :most";
    }

    static List<String> parameters(List<String> contexts) {
        return IntStream.range(0, contexts.size())
                .mapToObj(i -> ":context_" + i)
                .toList();
    }

    static void bindContexts(List<String> contexts, Map<String, Object> parameters) {
        for (int i = 0; contexts != null && i < contexts.size(); i++) {
            parameters.put("context_" + i, contexts.get(i));
        }
    }

    /** What must be so of a wanted job's row; of some more jobs it is so too. */
    private static String wanted(JobFilter filter, Map<String, Object> parameters) {
        String wanted =
                anyOf(filter.types(), TrackedJobLists::has) + anyOf(filter.wantedStatuses(), TrackedJobLists::maySay);
        if (filter.startedBy() != null) {
            parameters.put("started_by", filter.startedBy());
            wanted +=
                    " AND CASE WHEN JSON_VALID(j.metadata) THEN JSON_VALUE(j.metadata, '$.started_by') END = :started_by";
        }
        if (filter.text() != null) {
            parameters.put("text", filter.text());
            wanted += HAS_TEXT;
        }
        return wanted;
    }

    private static <T> String anyOf(Collection<T> values, Function<T, String> condition) {
        return values.isEmpty()
                ? ""
                : values.stream().map(condition).collect(Collectors.joining(" OR ", " AND (", ")"));
    }

    /** As {@link JobKind#of} reads the columns. */
    private static String has(JobKind type) {
        return switch (type) {
            case REPLICATION -> "FALSE";
            case ROLLBACK -> IS_ROLLBACK;
            case LIVE_FAILOVER -> "j.operation LIKE '%live-failover%'";
            case TEST_FAILOVER -> "j.operation LIKE '%test-failover%'";
            case OPERATION -> "j.operation NOT LIKE '%live-failover%' AND j.operation NOT LIKE '%test-failover%'";
        };
    }

    /** What {@link TrackedJob#status} can be made from. */
    private static String maySay(JobStatus status) {
        String pending = "COALESCE(j.status, '') IN ('', 'pending')";
        return switch (status) {
            case FAILED ->
                "j.status IN ('failed', 'running') OR j.status = 'completed' AND " + IS_ROLLBACK
                        + " AND EXISTS (SELECT 1 FROM job_steps s WHERE s.job_id = j.id AND s.status = 'failed')";
            case COMPLETED -> "j.status IN ('completed', 'running')";
            case STALLED -> "j.status = 'running' OR " + pending;
            case PENDING -> pending;
            case UNKNOWN ->
                "COALESCE(j.status, '') NOT IN ('', 'pending', 'running', 'completed', 'failed', 'cancelled')";
            default -> "j.status = '%s'".formatted(status.text());
        };
    }
}
