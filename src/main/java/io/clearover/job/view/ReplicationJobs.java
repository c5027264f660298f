package io.clearover.job.view;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.ContextId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the replications that the appliance ran. Its DATETIMEs are in its writer's local time. Thread-safe. */
@ApplicationScoped
public class ReplicationJobs {

    /** Uses idx_clearover_replication_jobs_recent: reads the newest rows only, however long the history. */
    private static final String NEWEST =
            """
            SELECT id, %s AS replication_type, status, progress_percent, %s AS current_operation,
                   %s AS error_message, %s AS error_details, bytes_transferred,
                   COALESCE(started_at, created_at) AS started_at, completed_at
              FROM replication_jobs WHERE vm_context_id = :context ORDER BY created_at DESC LIMIT :limit
            """
                    .formatted(
                            LongText.name("replication_type"),
                            LongText.name("current_operation"),
                            LongText.excerpt("error_message"),
                            LongText.excerpt("vma_error_details"));

    private final Database database;
    private final ZoneId writerZone;

    ReplicationJobs() {
        this(null, ZoneOffset.UTC.getId());
    }

    /** @param writerZone in which zone the appliance writes DATETIMEs, such as {@code Europe/London} */
    @Inject
    public ReplicationJobs(
            Database database,
            @ConfigProperty(name = "clearover.database.writer-zone", defaultValue = "UTC") String writerZone) {
        this.database = database;
        this.writerZone = ZoneId.of(writerZone);
    }

    /** The VM's newest replications, newest first. */
    public List<ReplicationRow> newest(ContextId context, int limit) {
        return database.list(NEWEST, Map.of("context", context.value(), "limit", limit), ReplicationRow.class).stream()
                .map(this::inUtc)
                .toList();
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
                inUtc(row.completedAt()));
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
