package io.clearover.job.view;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.RunningJobs;
import io.clearover.job.TestOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;

/** Reads of many VMs what was last tested and copied: one statement, however long their histories. Thread-safe. */
@ApplicationScoped
public class LastRuns {

    /** What tests of a VM are called in {@code job_tracking.operation}, by this product and by older programs. */
    private static final List<String> TESTS =
            List.of("unified-test-failover", "enhanced-test-failover", "test-failover");

    /** Uses idx_clearover_job_tracking_operation and idx_clearover_replication_jobs_done, a place in each for a VM. */
    private static final String LAST =
            """
            SELECT l.context_id AS vm, l.replicated_at,
                   j.id, j.external_job_id, j.context_id, NULL AS vm_name, NULL AS os_type, j.job_type, j.operation, j.status,
                   %s AS metadata, NULL AS error_message, j.started_at, j.completed_at, j.updated_at, j.canceled_at, j.owner
              FROM (SELECT c.context_id, COALESCE(%s) AS test_id,
                           (SELECT MAX(completed_at) FROM replication_jobs
                             WHERE vm_context_id = c.context_id AND status = 'completed') AS replicated_at
                      FROM vm_replication_contexts c WHERE c.context_id IN (<vms>)) l
              LEFT JOIN job_tracking j ON j.id = l.test_id
            """
                    .formatted(
                            LongText.document("j.metadata"),
                            TESTS.stream().map(LastRuns::newest).collect(Collectors.joining(", ")));

    private final Database database;
    private final ReplicationJobs replications;
    private final RunningJobs runningJobs;

    LastRuns() {
        this(null, null, null);
    }

    @Inject
    public LastRuns(Database database, ReplicationJobs replications, RunningJobs runningJobs) {
        this.database = database;
        this.replications = replications;
        this.runningJobs = runningJobs;
    }

    private static String newest(String operation) {
        return "(SELECT id FROM job_tracking WHERE context_id = c.context_id AND operation = '%s'".formatted(operation)
                + " ORDER BY started_at DESC LIMIT 1)";
    }

    /**
     * What ran last on a VM.
     *
     * @param test the newest test failover; null if there was none
     * @param replicatedAt when the newest replication that succeeded was completed; null if there was none
     */
    public record OfVm(LastTest test, Instant replicatedAt) {

        /** Neither. */
        public static final OfVm NOTHING = new OfVm(null, null);
    }

    /**
     * A test failover.
     *
     * @param status as of every job
     * @param outcome what the test has shown; null until somebody records it
     */
    public record LastTest(String jobId, String status, Instant startedAt, Instant completedAt, TestOutcome outcome) {}

    /** A row of {@link #LAST}. */
    public record Row(String vm, Instant replicatedAt, @Nested JobRow job) {}

    /** By the ids of the VMs; those that don't exist are not in it. */
    public Map<String, OfVm> of(Collection<String> contexts) {
        if (contexts.isEmpty()) {
            return Map.of();
        }
        return database.list(LAST, Map.of("vms", contexts), Row.class).stream()
                .collect(Collectors.toMap(
                        Row::vm,
                        row -> new OfVm(
                                row.job().id() == null ? null : test(row.job()),
                                replications.inUtc(row.replicatedAt()))));
    }

    private LastTest test(JobRow row) {
        TrackedJob job = TrackedJob.of(row, List.of(), runningJobs.reportedAfter());
        return new LastTest(
                row.id(),
                job.status().text(),
                row.startedAt(),
                row.completedAt(),
                job.metadata().testOutcome());
    }
}
