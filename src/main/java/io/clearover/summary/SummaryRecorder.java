package io.clearover.summary;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.job.JobStatus;
import io.clearover.job.OperationEnded;
import io.clearover.job.Options;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Turns the end of an operation into the summary that stays with its VM. */
@ApplicationScoped
public class SummaryRecorder {

    private final Explainer explainer;
    private final StepCatalogue steps;
    private final SummaryStore summaries;

    SummaryRecorder() {
        this(null, null, null);
    }

    @Inject
    public SummaryRecorder(Explainer explainer, StepCatalogue steps, SummaryStore summaries) {
        this.explainer = explainer;
        this.steps = steps;
        this.summaries = summaries;
    }

    /** In the transaction that ends the job: both are there, or neither. */
    void record(@Observes OperationEnded ended) {
        summaries.change(ended.contextId(), before -> summary(ended));
    }

    private LastOperation summary(OperationEnded ended) {
        Optional<Explanation> why = ended.status() == JobStatus.FAILED ? Optional.of(explain(ended)) : Optional.empty();
        return LastOperationBuilder.builder()
                .version(LastOperation.VERSION)
                .jobId(ended.jobId().value())
                .externalJobId(ended.externalJobId())
                .operationType(ended.kind().text())
                .status(ended.status().text())
                .progress(ended.progress().percent())
                .timestamp(inUtc(ended.at()))
                .stepsCompleted(ended.progress().finished())
                .stepsTotal(ended.progress().planned())
                .durationSeconds(ended.duration().toSeconds())
                .startedBy(ended.startedBy())
                .build()
                .explained(displayName(ended.failedStep()), ExplanationFields.of(why));
    }

    private Explanation explain(OperationEnded event) {
        Options asked = event.options();
        FailedOperation failed = new FailedOperation(
                event.kind().type(),
                event.leftSomething() ? RollbackNeed.ALWAYS : RollbackNeed.NONE,
                event.windows(),
                asked.wantsDriverInjection(),
                asked.wantsFinalSync());
        return explainer.explain(event.failedStep(), failed, event.error(), Locale.ENGLISH);
    }

    private String displayName(String step) {
        return step == null ? null : steps.of(step).displayName();
    }

    /** Always the same length, so that it sorts as text. */
    private static String inUtc(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
