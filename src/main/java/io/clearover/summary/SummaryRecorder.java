package io.clearover.summary;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.job.ForeignOperationEnded;
import io.clearover.job.JobStatus;
import io.clearover.job.OperationEnded;
import io.clearover.job.Options;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns the end of an operation, whichever program ran it, into the summary that stays with its VM. A summary never goes back in
 * time: the end of one that began earlier may be seen later.
 */
@ApplicationScoped
public class SummaryRecorder {

    private final Explainer explainer;
    private final StepCatalogue steps;
    private final SummaryStore summaries;
    private final Clock clock;

    SummaryRecorder() {
        this(null, null, null, null);
    }

    @Inject
    public SummaryRecorder(Explainer explainer, StepCatalogue steps, SummaryStore summaries, Clock clock) {
        this.explainer = explainer;
        this.steps = steps;
        this.summaries = summaries;
        this.clock = clock;
    }

    /** In the transaction that ends the job: both are there, or neither. */
    void record(@Observes OperationEnded ended) {
        summaries.change(ended.contextId(), before -> isNews(ended, before) ? summary(ended) : before);
    }

    /** In the transaction in which the watch compared the same under the lock of the VM's row. */
    void record(@Observes ForeignOperationEnded ended) {
        summaries.change(
                ended.contextId(), before -> isNews(ended.jobId(), ended.at(), before) ? summary(ended) : before);
    }

    /** One of ours ends while nothing else can on its VM, so only what is later by more than clocks differ is from later. */
    private boolean isNews(OperationEnded ended, LastOperation before) {
        return isNews(ended.jobId().value(), ended.at().plus(ToldEnd.CLOCK_SKEW), before);
    }

    private boolean isNews(String job, Instant at, LastOperation before) {
        return ToldEnd.of(before).isBefore(job, at, clock.instant());
    }

    private LastOperation summary(ForeignOperationEnded ended) {
        Optional<Explanation> why = ended.status() == JobStatus.FAILED
                ? Optional.of(explainer.explain(ended.failedStep(), ended.failure(), ended.error(), Locale.ENGLISH))
                : Optional.empty();
        return LastOperationBuilder.builder()
                .version(LastOperation.VERSION)
                .jobId(ended.jobId())
                .externalJobId(ended.externalJobId())
                .operationType(ended.kind().text())
                .status(ended.status().text())
                .progress(ended.percent())
                .timestamp(inUtc(ended.at()))
                .stepsCompleted(
                        ended.progress() == null ? null : ended.progress().finished())
                .stepsTotal(ended.progress() == null ? null : ended.progress().planned())
                .durationSeconds(ended.durationSeconds())
                .build()
                .explained(displayName(ended.failedStep()), ExplanationFields.of(why));
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
