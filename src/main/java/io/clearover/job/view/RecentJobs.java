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
        ExplanationFields why = explainer.of(job);
        Progress progress = job.progress();
        Options asked = job.choices();
        return new RecentJob(
                job.row().id(),
                job.row().externalJobId(),
                job.kind().text(),
                job.status().text(),
                job.percent(),
                job.row().startedAt(),
                job.row().completedAt(),
                job.kind().displayName(),
                explainer.displayName(job.currentStep().orElse(null)),
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
                "job_tracking",
                job.durationSeconds(clock),
                progress.finished(),
                progress.planned(),
                explainer.displayName(job.failedStep().orElse(null)),
                job.metadata().startedBy(),
                asked.performFinalSync(),
                asked.skipVirtio(),
                asked.powerOffSource(),
                asked.powerOnSource(),
                job.metadata().testOutcome(),
                null);
    }

    private RecentJob item(ReplicationRow job) {
        ExplanationFields why = explainer.of(job);
        return new RecentJob(
                job.id(),
                null,
                JobKind.REPLICATION.text(),
                job.state().text(),
                job.percent(),
                job.startedAt(),
                job.completedAt(),
                job.displayName(),
                job.stage(),
                why.message(),
                why.reason(),
                why.category(),
                why.severity(),
                why.actionableSteps(),
                why.actions(),
                why.retryable(),
                why.cause(),
                why.documentation(),
                null,
                "replication_jobs",
                TrackedJob.seconds(
                        job.startedAt(), job.completedAt(), job.state().hasEnded(), clock),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                job.bytesTransferred());
    }
}
