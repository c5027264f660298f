package io.clearover.job.view;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.ContextId;
import io.clearover.job.RunningJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the replications that the appliance ran. Its DATETIMEs are in its writer's local time. Thread-safe. */
@ApplicationScoped
public class ReplicationJobs {

    private static final String COLUMNS =
            """
            SELECT id, %s AS replication_type, status, progress_percent, %s AS current_operation,
                   %s AS error_message, %s AS error_details, bytes_transferred,
                   COALESCE(started_at, created_at) AS started_at, completed_at, %s AS silent
            """
                    .formatted(
                            LongText.name("replication_type"),
                            LongText.name("current_operation"),
                            LongText.excerpt("error_message"),
                            LongText.excerpt("vma_error_details"),
                            silent(""));

    /** Uses idx_clearover_replication_jobs_recent: reads the newest rows only, however long the history. */
    private static final String NEWEST =
            COLUMNS + " FROM replication_jobs WHERE vm_context_id = :context ORDER BY created_at DESC LIMIT :limit";

    /** The condition that a row of {@code replication_jobs} says that it has ended, as {@link ReplicationRow#state()} reads it. */
    public static final String HAS_ENDED =
            """
            (status IN ('completed', 'failed', 'cancelled', 'succeeded') OR completed_at IS NOT NULL OR status LIKE '%fail%'
             OR status LIKE '%error%' OR status LIKE '%cancel%')
            """;

    /** Uses PRIMARY. */
    private static final String BY_ID = COLUMNS + " FROM replication_jobs WHERE id IN (<ids>)";

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

    /** The VM's newest replications, newest first. */
    public List<ReplicationRow> newest(ContextId context, int limit) {
        Map<String, Object> parameters =
                Map.of("context", context.value(), "limit", limit, "reported_after_wall", reportedAfter());
        return database.list(NEWEST, parameters, ReplicationRow.class).stream()
                .map(this::inUtc)
                .toList();
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
