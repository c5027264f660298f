package io.clearover.summary;

import io.clearover.database.Database;
import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.job.JobStatus;
import io.clearover.operation.OperationEnded;
import io.clearover.vm.LastOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns the end of an operation into the summary that stays with its VM. */
@ApplicationScoped
public class SummaryRecorder {

    private static final String RECORD =
            "UPDATE vm_replication_contexts SET last_operation_summary = :summary WHERE context_id = :context";

    private final Explainer explainer;
    private final StepCatalogue steps;
    private final Database database;

    SummaryRecorder() {
        this(null, null, null);
    }

    @Inject
    public SummaryRecorder(Explainer explainer, StepCatalogue steps, Database database) {
        this.explainer = explainer;
        this.steps = steps;
        this.database = database;
    }

    /** In the transaction that ends the job: both are there, or neither. */
    void record(@Observes OperationEnded ended) {
        database.update(
                RECORD,
                Map.of(
                        "summary", summary(ended).toJson(),
                        "context", ended.contextId().value()));
    }

    private LastOperation summary(OperationEnded ended) {
        ExplanationFields why = ExplanationFields.of(Optional.of(ended)
                .filter(event -> event.status() == JobStatus.FAILED)
                .map(event -> explain(event)));
        return new LastOperation(
                LastOperation.VERSION,
                ended.jobId().value(),
                ended.externalJobId(),
                ended.kind().text(),
                ended.status().text(),
                ended.progress().percent(),
                inUtc(ended.at()),
                ended.progress().finished(),
                ended.progress().planned(),
                ended.duration().toSeconds(),
                ended.startedBy(),
                Optional.ofNullable(ended.failedStep())
                        .map(step -> steps.of(step).displayName())
                        .orElse(null),
                why.message(),
                why.reason(),
                why.category(),
                why.severity(),
                why.actionableSteps(),
                why.actions(),
                why.retryable(),
                why.cause(),
                why.documentation(),
                null);
    }

    private Explanation explain(OperationEnded event) {
        RollbackNeed rollbackNeed = event.leftSomething() ? RollbackNeed.ALWAYS : RollbackNeed.NONE;
        return explainer.explain(event.failedStep(), event.kind().type(), event.error(), rollbackNeed, Locale.ENGLISH);
    }

    /** Always the same length, so that it sorts as text. */
    private static String inUtc(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
