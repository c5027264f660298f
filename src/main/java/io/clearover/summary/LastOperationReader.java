package io.clearover.summary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clearover.database.LongText;
import io.clearover.explain.Explainer;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.StepCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of the last operations of VMs what is stored. Ours are told as they were said then. The appliance's other programs
 * write the column too: of theirs only facts are taken, and a failure is explained anew, since their texts may be raw.
 * Thread-safe.
 */
@ApplicationScoped
public class LastOperationReader {

    /**
     * The column {@code last_operation_summary} in SQL, bounded, for rows of {@code vm_replication_contexts} by the alias c:
     * other programs put the raw error into it.
     */
    public static final String COLUMN =
            LongText.document("c.last_operation_summary", "error_message") + " AS last_operation_summary";

    /** How documents name the kinds; older ones by the failover's type alone. */
    private static final Map<String, OperationType> KINDS = Map.of(
            "test", OperationType.TEST_FAILOVER,
            "test_failover", OperationType.TEST_FAILOVER,
            "live", OperationType.LIVE_FAILOVER,
            "live_failover", OperationType.LIVE_FAILOVER,
            "rollback", OperationType.ROLLBACK,
            "replication", OperationType.REPLICATION);

    /** Characters of the documents that are remembered as they were read: what is told of one depends on nothing else. */
    private static final long MOST_REMEMBERED = 8_000_000;

    private final Explainer explainer;
    private final StepCatalogue steps;
    private final Cache<String, Optional<LastOperation>> known = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((String document, Optional<LastOperation> read) -> document.length())
            .build();

    LastOperationReader() {
        this(null, null);
    }

    @Inject
    public LastOperationReader(Explainer explainer, StepCatalogue steps) {
        this.explainer = explainer;
        this.steps = steps;
    }

    /** The operation that a document tells of; null for null and for what is not a document of this kind. */
    public LastOperation read(String document) {
        return document == null
                ? null
                : known.get(document, text -> LastOperation.parse(text).map(this::told))
                        .orElse(null);
    }

    private LastOperation told(LastOperation stored) {
        return stored.version() == null ? retold(stored) : stored.withoutRawStep();
    }

    private LastOperation retold(LastOperation stored) {
        OperationType kind = stored.operationType() == null ? null : KINDS.get(stored.operationType());
        String step = stored.failedStepInternal() == null ? stored.failedStep() : stored.failedStepInternal();
        ExplanationFields why = ExplanationFields.of(Optional.of(stored)
                .filter(summary -> "failed".equals(summary.status()))
                .map(summary -> explainer.explain(
                        step, FailedOperation.of(kind, RollbackNeed.MAYBE), summary.errorMessage(), Locale.ENGLISH)));
        return LastOperationBuilder.builder(stored)
                .operationType(kind == null ? "operation" : kind.jsonName())
                .build()
                .explained(step == null ? null : steps.of(step).displayName(), why);
    }
}
