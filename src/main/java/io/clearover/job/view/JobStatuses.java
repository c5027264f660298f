package io.clearover.job.view;

import io.clearover.estimate.Estimate;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.StepInfo;
import io.clearover.job.ContextId;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.KeptChecks;
import io.clearover.job.Options;
import io.clearover.job.Progress;
import io.clearover.job.StepProgress;
import io.clearover.job.view.JobStatusView.StepView;
import io.clearover.rawtext.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the status of a job from what is stored, for admins or for everyone. Thread-safe. */
@ApplicationScoped
public class JobStatuses {

    private final TrackedJobs jobs;
    private final ReplicationJobs replications;
    private final JobExplainer explainer;
    private final Redaction redaction;
    private final RemainingTime remainingTime;
    private final KeptCheckPresenter checks;
    private final Clock clock;

    JobStatuses() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public JobStatuses(
            TrackedJobs jobs,
            ReplicationJobs replications,
            JobExplainer explainer,
            Redaction redaction,
            RemainingTime remainingTime,
            KeptCheckPresenter checks,
            Clock clock) {
        this.jobs = jobs;
        this.replications = replications;
        this.explainer = explainer;
        this.redaction = redaction;
        this.remainingTime = remainingTime;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * The status of one job.
     *
     * @param id its id or its external id, or the context id of a VM whose newest job is meant
     * @param admin whether the reader may see technical details
     * @throws io.clearover.job.UnknownIdException if there is no such job
     * @throws io.clearover.job.AmbiguousIdException if jobs of several VMs have this id
     */
    public JobStatusView of(JobId id, boolean admin) {
        return view(jobs.find(id).or(() -> newestOfVm(id)).orElseThrow(JobId::notFound), admin);
    }

    /**
     * The status of one job of any type, replications too.
     *
     * @param id its id, of a failover or rollback also its external id
     * @param admin whether the reader may see technical details
     * @throws io.clearover.job.UnknownIdException if there is no such job
     * @throws io.clearover.job.AmbiguousIdException if jobs of several VMs have this id
     */
    public JobStatusView ofAny(String id, boolean admin) {
        Optional<TrackedJob> tracked = JobId.isPossible(id) ? jobs.find(JobId.named(id)) : Optional.empty();
        return tracked.map(job -> view(job, admin))
                .or(() -> replications.find(id).map(replication -> view(replication, admin)))
                .orElseThrow(JobId::notFound);
    }

    private JobStatusView view(ReplicationListRow listed, boolean admin) {
        ReplicationRow row = listed.replication();
        ExplanationFields why = explainer.of(row);
        String raw = row.rawError();
        return explained(why)
                .jobId(row.id())
                .contextId(listed.contextId())
                .vmName(listed.vmName())
                .operationType(JobKind.REPLICATION.text())
                .displayName(row.displayName())
                .status(row.state().text())
                .progress(row.percent())
                .currentStepFriendly(row.stage())
                .startedAt(row.startedAt())
                .completedAt(row.completedAt())
                .durationSeconds(row.durationSeconds(clock))
                .warning(explainer.warning(row))
                .steps(List.of())
                .checks(List.of())
                .evidence(admin ? why.evidence() : null)
                .technicalDetails(admin && raw != null && !raw.isBlank() ? redaction.redact(raw) : null)
                .success(true)
                .message(
                        why.message() == null
                                ? "%s: %s."
                                        .formatted(
                                                row.displayName(), row.state().text())
                                : why.message())
                .startTime(row.startedAt())
                .duration(nanoseconds(row.durationSeconds(clock)))
                .elapsedTime(InWords.seconds(row.durationSeconds(clock)))
                .build();
    }

    private static JobStatusViewBuilder explained(ExplanationFields why) {
        return JobStatusViewBuilder.builder()
                .errorMessageUser(why.message())
                .errorReason(why.reason())
                .errorCategory(why.category())
                .errorSeverity(why.severity())
                .actionableSteps(why.actionableSteps())
                .actions(why.actions())
                .retryable(why.retryable())
                .cause(why.cause())
                .documentation(why.documentation())
                .side(why.side())
                .object(why.object())
                .condition(why.condition());
    }

    private JobStatusView view(TrackedJob job, boolean admin) {
        JobRow row = job.row();
        ExplanationFields why = explainer.of(job);
        StepRow running = job.currentStep().orElse(null);
        Progress progress = job.progress();
        Options asked = job.choices();
        Optional<Estimate> left = remainingTime.of(job);
        Optional<KeptChecks> kept =
                Optional.ofNullable(job.metadata().failureChecks()).filter(found -> job.status() == JobStatus.FAILED);
        return explained(why)
                .jobId(row.id())
                .externalJobId(row.externalJobId())
                .contextId(job.contextId())
                .vmName(job.vmName())
                .operationType(job.kind().text())
                .displayName(job.kind().displayName())
                .status(job.status().text())
                .progress(job.percent())
                .currentStep(running == null ? null : explainer.name(running, admin))
                .currentStepFriendly(explainer.displayName(running))
                .failedStepFriendly(explainer.displayName(job.failedStep().orElse(null)))
                .stepsCompleted(progress.finished())
                .stepsTotal(progress.planned())
                .startedAt(row.startedAt())
                .completedAt(row.completedAt())
                .durationSeconds(job.durationSeconds(clock))
                .remainingSecondsFrom(left.map(Estimate::secondsFrom).orElse(null))
                .remainingSecondsTo(left.map(Estimate::secondsTo).orElse(null))
                .longerThanUsual(left.map(Estimate::longerThanUsual).orElse(null))
                .startedBy(job.metadata().startedBy())
                .performFinalSync(asked.performFinalSync())
                .withoutDriverInstallation(asked.skipVirtio())
                .powerOffSource(asked.powerOffSource())
                .powerOnSource(asked.powerOnSource())
                .steps(job.steps().stream().map(step -> view(job, step, admin)).toList())
                .warning(explainer.warning(job))
                .queuePosition(jobs.queuePosition(job))
                .cancelRequested(row.canceledAt() != null)
                .resumed(job.metadata().timesResumed())
                .retryOf(job.metadata().retryOf())
                .testOutcome(job.metadata().testOutcome())
                .checks(kept.map(found -> checks.findings(found, job, admin, Locale.ENGLISH))
                        .orElse(List.of()))
                .leftBehind(kept.map(found -> checks.leftBehind(found, admin, Locale.ENGLISH))
                        .orElse(null))
                .correction(kept.flatMap(found -> checks.correction(found, job, Locale.ENGLISH))
                        .orElse(null))
                .evidence(admin ? why.evidence() : null)
                .technicalDetails(admin ? technicalDetails(job) : null)
                .success(true)
                .message(message(job, why))
                .startTime(row.startedAt())
                .duration(nanoseconds(job.durationSeconds(clock)))
                .elapsedTime(InWords.seconds(job.durationSeconds(clock)))
                .estimatedCompletion(left.filter(rest -> !rest.longerThanUsual())
                        .map(InWords::of)
                        .orElse(null))
                .jobDetails(JobDetails.of(job, why.message(), admin))
                .build();
    }

    private Optional<TrackedJob> newestOfVm(JobId id) {
        return jobs.newest(new ContextId(id.value()), 1).stream().findFirst();
    }

    private String message(TrackedJob job, ExplanationFields why) {
        if (why.message() != null) {
            return why.message();
        }
        String what = job.kind().displayName();
        return switch (job.status()) {
            case PENDING -> what + " waits to run.";
            case RUNNING -> what + " is running.";
            case COMPLETED -> what + " has completed.";
            case FAILED -> what + " has failed.";
            case CANCELLED -> what + " was cancelled, and what it did was undone.";
            case STALLED -> explainer.warning(job);
            case UNKNOWN -> "How far this is, is not known.";
        };
    }

    private static Long nanoseconds(Long seconds) {
        return seconds == null ? null : TimeUnit.SECONDS.toNanos(seconds);
    }

    private StepView view(TrackedJob job, StepRow step, boolean admin) {
        StepInfo info = explainer.step(step.name());
        ExplanationFields why = explainer.of(job, step);
        return JobStatusViewStepViewBuilder.builder()
                .name(explainer.name(step, admin))
                .displayName(info.displayName())
                .category(info.category().jsonName())
                .description(info.description())
                .status(step.state().text())
                .startedAt(step.startedAt())
                .completedAt(step.completedAt())
                .errorMessage(why.message())
                .errorReason(why.reason())
                .errorCategory(why.category())
                .actionableSteps(why.actionableSteps())
                .cause(why.cause())
                .documentation(why.documentation())
                .side(why.side())
                .object(why.object())
                .condition(why.condition())
                .undo(job.isUndo(step))
                .progress(percent(step))
                .evidence(admin ? why.evidence() : null)
                .build();
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
