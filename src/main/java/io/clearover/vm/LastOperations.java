package io.clearover.vm;

import io.clearover.database.Json;
import io.clearover.explain.Explainer;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.StepCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads persisted summaries. Ours are told as they were said then. The appliance's other programs write the column too:
 * of theirs only facts are taken, and a failure is explained anew, since their texts may be raw. Thread-safe.
 */
@ApplicationScoped
public class LastOperations {

    /** How documents name the kinds; older ones by the failover's type alone. */
    private static final Map<String, OperationType> KINDS = Map.of(
            "test", OperationType.TEST_FAILOVER,
            "test_failover", OperationType.TEST_FAILOVER,
            "live", OperationType.LIVE_FAILOVER,
            "live_failover", OperationType.LIVE_FAILOVER,
            "rollback", OperationType.ROLLBACK,
            "replication", OperationType.REPLICATION);

    private final Explainer explainer;
    private final StepCatalogue steps;

    LastOperations() {
        this(null, null);
    }

    @Inject
    public LastOperations(Explainer explainer, StepCatalogue steps) {
        this.explainer = explainer;
        this.steps = steps;
    }

    /** The operation that the column tells of; null for null and for what is not a document of this kind. */
    public LastOperation read(String json) {
        if (json == null || !json.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            StoredSummary stored = Json.read(json, StoredSummary.class);
            return stored.version() == null ? retold(stored) : asSaid(stored);
        } catch (JsonbException unreadable) {
            return null;
        }
    }

    private static LastOperation asSaid(StoredSummary stored) {
        ExplanationFields why = new ExplanationFields(
                stored.errorMessage(),
                stored.errorReason(),
                stored.errorCategory(),
                stored.errorSeverity(),
                orNone(stored.actionableSteps()),
                orNone(stored.actions()),
                stored.retryable(),
                stored.cause(),
                stored.documentation());
        return operation(stored, stored.operationType(), stored.failedStep(), why);
    }

    private static List<String> orNone(List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    private LastOperation retold(StoredSummary stored) {
        OperationType kind = stored.operationType() == null ? null : KINDS.get(stored.operationType());
        String step = stored.failedStepInternal() == null ? stored.failedStep() : stored.failedStepInternal();
        ExplanationFields why = ExplanationFields.of(Optional.of(stored)
                .filter(summary -> "failed".equals(summary.status()))
                .map(summary ->
                        explainer.explain(step, kind, summary.errorMessage(), RollbackNeed.MAYBE, Locale.ENGLISH)));
        return operation(
                stored,
                kind == null ? "operation" : kind.jsonName(),
                step == null ? null : steps.of(step).displayName(),
                why);
    }

    private static LastOperation operation(StoredSummary stored, String kind, String step, ExplanationFields why) {
        return new LastOperation(
                stored.version(),
                stored.jobId(),
                stored.externalJobId(),
                kind,
                stored.status(),
                stored.progress(),
                stored.timestamp(),
                stored.stepsCompleted(),
                stored.stepsTotal(),
                stored.durationSeconds(),
                stored.startedBy(),
                step,
                why.message(),
                why.reason(),
                why.category(),
                why.severity(),
                why.actionableSteps(),
                why.actions(),
                why.retryable(),
                why.cause(),
                why.documentation(),
                stored.testOutcome());
    }
}
