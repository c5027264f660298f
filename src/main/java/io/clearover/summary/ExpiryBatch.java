package io.clearover.summary;

import io.clearover.database.Database;
import io.clearover.job.RunningJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;

/** Expires some summaries in one short transaction. */
@ApplicationScoped
public class ExpiryBatch {

    private static final int SIZE = 100;

    /** Uses idx_vm_contexts_last_op_time; a VM with a running operation keeps its summary until that has ended. */
    private static final String EXPIRE =
            """
            UPDATE vm_replication_contexts
               SET last_operation_summary = NULL, updated_at = updated_at
             WHERE last_operation_time < :before
               AND NOT EXISTS (SELECT 1 FROM job_tracking j
                                WHERE j.context_id = vm_replication_contexts.context_id AND %s)
             LIMIT :size
            """
                    .formatted(RunningJobs.OPERATION_RUNS);

    private final Database database;
    private final RunningJobs runningJobs;

    ExpiryBatch() {
        this(null, null);
    }

    @Inject
    public ExpiryBatch(Database database, RunningJobs runningJobs) {
        this.database = database;
        this.runningJobs = runningJobs;
    }

    /** Removes at most a hundred summaries of operations that ended before an instant. Returns how many. */
    @Transactional(TxType.REQUIRES_NEW)
    public int expire(Instant before) {
        return database.update(
                EXPIRE,
                Map.of("before", before.toString(), "reported_after", runningJobs.reportedAfter(), "size", SIZE));
    }
}
