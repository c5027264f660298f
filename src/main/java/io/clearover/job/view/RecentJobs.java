package io.clearover.job.view;

import io.clearover.database.Database;
import io.clearover.explain.ExplanationFields;
import io.clearover.job.ContextId;
import io.clearover.job.JobKind;
import io.clearover.job.Options;
import io.clearover.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one list: a VM's replications, failovers and rollbacks, newest first. Five statements. Thread-safe. */
@ApplicationScoped
public class RecentJobs {

    private static final int MOST = 20;

    private static final Comparator<RecentJob> NEWEST_FIRST = Comparator.comparing(
                    RecentJob::startedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    private final Database database;
    private final TrackedJobs tracked;
    private final ReplicationJobs replications;
    private final JobExplainer explainer;
    private final Clock clock;

    RecentJobs() {
        this(null, null, null, null, null);
    }

    @Inject
    public RecentJobs(
            Database database, TrackedJobs tracked, ReplicationJobs replications, JobExplainer explainer, Clock clock) {
        this.database = database;
        this.tracked = tracked;
        this.replications = replications;
        this.explainer = explainer;
        this.clock = clock;
    }

    /** The list of one VM. */
    public record OfVm(String contextId, List<RecentJob> jobs, int count) {}

    /**
     * At most 20 jobs.
     *
     * @throws io.clearover.job.UnknownIdException for an unknown VM
     */
    public OfVm of(ContextId context) {
        requireExisting(context);
        List<RecentJob> jobs = Stream.concat(
                        replications.newest(context, MOST).stream().map(this::item),
                        tracked.newest(context, MOST).stream().map(this::item))
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .toList();
        return new OfVm(context.value(), jobs, jobs.size());
    }

    private void requireExisting(ContextId context) {
        database.first(
                        "SELECT context_id AS id FROM vm_replication_contexts WHERE context_id = :context",
                        Map.of("context", context.value()),
                        Found.class)
                .orElseThrow(ContextId::notFound);
    }

    /** A context that exists. */
    public record Found(String id) {}

    private RecentJob item(TrackedJob job) {
        Progress progress = job.progress();
        Options asked = job.choices();
        return explained(explainer.of(job))
                .jobId(job.row().id())
                .externalJobId(job.row().externalJobId())
                .jobType(job.kind().text())
                .status(job.status().text())
                .progress(job.percent())
                .startedAt(job.row().startedAt())
                .completedAt(job.row().completedAt())
                .displayName(job.kind().displayName())
                .currentStep(explainer.displayName(job.currentStep().orElse(null)))
                .warning(explainer.warning(job))
                .dataSource("job_tracking")
                .durationSeconds(job.durationSeconds(clock))
                .stepsCompleted(progress.finished())
                .stepsTotal(progress.planned())
                .failedStep(explainer.displayName(job.failedStep().orElse(null)))
                .startedBy(job.metadata().startedBy())
                .performFinalSync(asked.performFinalSync())
                .withoutDriverInstallation(asked.skipVirtio())
                .powerOffSource(asked.powerOffSource())
                .powerOnSource(asked.powerOnSource())
                .testOutcome(job.metadata().testOutcome())
                .build();
    }

    private RecentJob item(ReplicationRow job) {
        return explained(explainer.of(job))
                .jobId(job.id())
                .jobType(JobKind.REPLICATION.text())
                .status(job.state().text())
                .progress(job.percent())
                .startedAt(job.startedAt())
                .completedAt(job.completedAt())
                .displayName(job.displayName())
                .currentStep(job.stage())
                .warning(explainer.warning(job))
                .dataSource("replication_jobs")
                .durationSeconds(job.durationSeconds(clock))
                .bytesTransferred(job.bytesTransferred())
                .build();
    }

    private static RecentJobBuilder explained(ExplanationFields why) {
        return RecentJobBuilder.builder()
                .errorMessage(why.message())
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
}
