package io.clearover.job.view;

import io.clearover.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/** Reads what tells that a page of a VM's list is still the same: one statement. Thread-safe. */
@ApplicationScoped
public class ListVersions {

    private static final String ROWS = "SELECT " + ListedVm.COLUMNS
            + """
                 , s.copy, s.id, s.status, s.changed_at, s.completed_at
              FROM vm_replication_contexts c
              LEFT JOIN (SELECT FALSE AS copy, j.id, j.status, j.updated_at AS changed_at, j.completed_at
                           FROM (%s) l JOIN job_tracking j ON j.id = l.id
                         UNION ALL
                         SELECT TRUE, r.id, r.status, r.updated_at, r.completed_at
                           FROM (%s) l JOIN replication_jobs r ON r.id = l.id) s ON TRUE
             WHERE c.context_id = :context_0
            """;

    private final Database database;
    private final ReplicationJobs replications;

    ListVersions() {
        this(null, null);
    }

    @Inject
    public ListVersions(Database database, ReplicationJobs replications) {
        this.database = database;
        this.replications = replications;
    }

    /** A row of {@link #ROWS}. */
    public record Row(@Nested ListedVm vm, @Nested ListVersion.Row job) {}

    /** The VM, and the rows of both tables that its page would be read from; empty if there is no such VM. */
    Optional<Page> of(String context, ListPlace from, JobFilter filter, int most) {
        List<String> contexts = List.of(context);
        ListOrder order = ListOrder.NEWEST_FIRST;
        Map<String, Object> parameters =
                new HashMap<>(replications.parameters(from.replication(), contexts, filter, order, most));
        parameters.putAll(TrackedJobLists.parameters(from.tracked(), contexts, filter, order, most));
        List<Row> rows = database.list(
                ROWS.formatted(
                        TrackedJobLists.listed(from.tracked(), contexts, filter, order),
                        ReplicationJobs.listed(from.replication(), contexts, filter, order)),
                parameters,
                Row.class);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Page(
                        rows.get(0).vm(),
                        rows.stream()
                                .map(Row::job)
                                .filter(job -> job.id() != null)
                                .map(this::inUtc)
                                .toList()));
    }

    /** A VM and the rows of a page of its list. */
    record Page(ListedVm vm, List<ListVersion.Row> rows) {}

    private ListVersion.Row inUtc(ListVersion.Row row) {
        return row.copy()
                ? new ListVersion.Row(
                        true,
                        row.id(),
                        row.status(),
                        replications.inUtc(row.changedAt()),
                        replications.inUtc(row.completedAt()))
                : row;
    }
}
