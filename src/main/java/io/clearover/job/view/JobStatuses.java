package io.clearover.job.view;

import io.clearover.estimate.Estimate;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.StepInfo;
import io.clearover.job.JobId;
import io.clearover.job.Options;
import io.clearover.job.Progress;
import io.clearover.job.StepProgress;
import io.clearover.job.view.JobStatusView.StepView;
import io.clearover.rawtext.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the status of a job from what is stored, for admins or for everyone. Thread-safe. */
@ApplicationScoped
public class JobStatuses {

    private final TrackedJobs jobs;
    private final JobExplainer explainer;
    private final Redaction redaction;
    private final RemainingTime remainingTime;
    private final Clock clock;

    JobStatuses() {
        this(null, null, null, null, null);
    }

    @Inject
    public JobStatuses(
            TrackedJobs jobs, JobExplainer explainer, Redaction redaction, RemainingTime remainingTime, Clock clock) {
        this.jobs = jobs;
        this.explainer = explainer;
        this.redaction = redaction;
        this.remainingTime = remainingTime;
        this.clock = clock;
    }

    /**
     * The status of one job.
     *
     * @param id its id or its external id
     * @param admin whether the reader may see technical details
     * @throws io.clearover.job.UnknownIdException if there is no such job
     * @throws io.clearover.web.ProblemException (409) if jobs of several VMs have this id
     */
    public JobStatusView of(JobId id, boolean admin) {
        TrackedJob job = jobs.find(id).orElseThrow(JobId::notFound);
        JobRow row = job.row();
        ExplanationFields why = explainer.of(job);
        StepRow running = job.currentStep().orElse(null);
        Progress progress = job.progress();
        Options asked = job.choices();
        Optional<Estimate> left = remainingTime.of(job);
        return new JobStatusView(
                row.id(),
                row.externalJobId(),
                job.contextId(),
                job.vmName(),
                job.kind().text(),
                job.kind().displayName(),
                job.status().text(),
                job.percent(),
                running == null ? null : explainer.name(running, admin),
                explainer.displayName(running),
                explainer.displayName(job.failedStep().orElse(null)),
                progress.finished(),
                progress.planned(),
                row.startedAt(),
                row.completedAt(),
                job.durationSeconds(clock),
                left.map(Estimate::secondsFrom).orElse(null),
                left.map(Estimate::secondsTo).orElse(null),
                left.map(Estimate::longerThanUsual).orElse(null),
                job.metadata().startedBy(),
                asked.performFinalSync(),
                asked.skipVirtio(),
                asked.powerOffSource(),
                asked.powerOnSource(),
                job.steps().stream().map(step -> view(job, step, admin)).toList(),
                why.message(),
                why.reason(),
                why.category(),
                why.severity(),
                why.actionableSteps(),
                why.actions(),
                why.retryable(),
                why.cause(),
                why.documentation(),
                explainer.warning(job),
                jobs.queuePosition(job),
                row.canceledAt() != null,
                job.metadata().timesResumed(),
                job.metadata().retryOf(),
                job.metadata().testOutcome(),
                admin ? technicalDetails(job) : null);
    }

    private StepView view(TrackedJob job, StepRow step, boolean admin) {
        StepInfo info = explainer.step(step.name());
        ExplanationFields why = explainer.of(job, step);
        return new StepView(
                explainer.name(step, admin),
                info.displayName(),
                info.category().jsonName(),
                info.description(),
                step.state().text(),
                step.startedAt(),
                step.completedAt(),
                why.message(),
                why.reason(),
                why.category(),
                why.actionableSteps(),
                why.cause(),
                why.documentation(),
                job.isUndo(step),
                percent(step));
    }

    private static Double percent(StepRow step) {
        StepProgress progress = StepProgress.of(step.metadata());
        return progress == null ? null : progress.percent();
    }

    private String technicalDetails(TrackedJob job) {
        List<StepRow> failed =
                job.begun().stream().filter(step -> step.errorMessage() != null).toList();
        boolean saidByStep =
                failed.stream().anyMatch(step -> step.errorMessage().equals(job.rawError()));
        String raw = Stream.concat(
                        saidByStep ? Stream.empty() : Stream.ofNullable(job.rawError()),
                        failed.stream().map(step -> "[%s] %s".formatted(step.name(), step.errorMessage())))
                .distinct()
                .collect(Collectors.joining("\n"));
        return raw.isEmpty() ? null : redaction.redact(raw);
    }
}
