package io.clearover.summary;

import io.clearover.database.Database;
import io.clearover.database.Json;
import io.clearover.job.TestOutcomeRecorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Adds what a test has shown to the VM's summary, while that tells of this test. */
@ApplicationScoped
public class OutcomeRecorder {

    /** JSON_EXTRACT makes a document of the text, in MariaDB and in MySQL. */
    private static final String ADD =
            """
            UPDATE vm_replication_contexts
               SET last_operation_summary =
                   JSON_SET(last_operation_summary, '$.test_outcome', JSON_EXTRACT(:outcome, '$'))
             WHERE context_id = :context
               AND CASE WHEN JSON_VALID(last_operation_summary)
                        THEN JSON_VALUE(last_operation_summary, '$.job_id') END = :job
            """;

    private final Database database;

    OutcomeRecorder() {
        this(null);
    }

    @Inject
    public OutcomeRecorder(Database database) {
        this.database = database;
    }

    /** In the transaction that records it with the job: both have it, or neither. */
    void record(@Observes TestOutcomeRecorded recorded) {
        database.update(
                ADD,
                Map.of(
                        "outcome", Json.write(recorded.outcome()),
                        "context", recorded.contextId().value(),
                        "job", recorded.jobId().value()));
    }
}
