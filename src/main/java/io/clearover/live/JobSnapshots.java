package io.clearover.live;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.clearover.explain.ExplanationFields;
import io.clearover.job.JobKind;
import io.clearover.job.Progress;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.JobExplainer;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.job.view.ReplicationRow;
import io.clearover.job.view.StepRow;
import io.clearover.job.view.TrackedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes snapshots of all that is live: one statement each. Thread-safe. */
@ApplicationScoped
public class JobSnapshots {

    private static final Logger LOG = Logger.getLogger(JobSnapshots.class.getName());

    private final LiveRows rows;
    private final JobExplainer explainer;
    private final ReplicationJobs replications;
    private final RunningJobs runningJobs;
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    JobSnapshots() {
        this(null, null, null, null);
    }

    @Inject
    public JobSnapshots(LiveRows rows, JobExplainer explainer, ReplicationJobs replications, RunningJobs runningJobs) {
        this.rows = rows;
        this.explainer = explainer;
        this.replications = replications;
        this.runningJobs = runningJobs;
    }

    /** Jobs and replications by their ids, the earliest begun first. See {@link LiveRows#look} for the parameters. */
    Map<String, JobSnapshot> take(Collection<String> watched, Instant since) {
        return of(rows.look(watched, since));
    }

    /** The jobs of these rows. One that can't be read is left out, and said in the log once. */
    Map<String, JobSnapshot> of(List<LiveRow> rowsOfAll) {
        return rowsOfAll.stream().collect(Collectors.groupingBy(LiveRow::id)).values().stream()
                .flatMap(this::readable)
                .sorted(comparing(snapshot -> snapshot.job().others().startedAt(), nullsFirst(naturalOrder())))
                .collect(Collectors.toMap(
                        JobSnapshot::id, snapshot -> snapshot, (one, same) -> one, LinkedHashMap::new));
    }

    private Stream<JobSnapshot> readable(List<LiveRow> rowsOfOne) {
        String id = rowsOfOne.get(0).id();
        try {
            JobSnapshot snapshot = of(rowsOfOne.get(0), rowsOfOne);
            unreadable.remove(id);
            return Stream.of(snapshot);
        } catch (RuntimeException odd) {
            LOG.log(unreadable.add(id) ? Level.WARNING : Level.FINE, odd, () -> "the live feed leaves out job " + id);
            return Stream.empty();
        }
    }

    private JobSnapshot of(LiveRow first, List<LiveRow> rowsOfOne) {
        if (first.replication()) {
            return of(first, replications.inUtc(first.replicationRow()));
        }
        List<StepRow> steps = rowsOfOne.stream()
                .map(LiveRow::step)
                .filter(Objects::nonNull)
                .sorted(comparingInt(StepRow::seq))
                .toList();
        return of(TrackedJob.of(first.job(), steps, runningJobs.reportedAfter()), first.queuePosition());
    }

    /**
     * A failover or rollback, as it was read.
     *
     * @param queuePosition null when it doesn't wait
     */
    JobSnapshot of(TrackedJob job, Integer queuePosition) {
        StepRow running = job.currentStep().orElse(null);
        return new JobSnapshot(
                new RoleSpecific<>(true, false).map(admin -> view(job, running, queuePosition, admin)),
                IntStream.range(0, job.begun().size())
                        .mapToObj(i -> view(job, job.begun().get(i), i + 1))
                        .toList());
    }

    private LiveJob view(TrackedJob job, StepRow running, Integer queuePosition, boolean admin) {
        ExplanationFields why = explainer.of(job);
        Progress progress = job.progress();
        return LiveJobBuilder.builder()
                .jobId(job.row().id())
                .externalJobId(job.row().externalJobId())
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
                .startedAt(job.row().startedAt())
                .completedAt(job.row().completedAt())
                .errorMessageUser(why.message())
                .errorCategory(why.category())
                .side(why.side())
                .object(why.object())
                .condition(why.condition())
                .queuePosition(queuePosition)
                .cancelRequested(job.row().canceledAt() != null)
                .build();
    }

    private RoleSpecific<LiveStep> view(TrackedJob job, StepRow step, int number) {
        return new RoleSpecific<>(true, false)
                .map(admin -> new LiveStep(
                        step.jobId(),
                        explainer.name(step, admin),
                        explainer.displayName(step),
                        number,
                        step.state().text(),
                        step.startedAt(),
                        step.completedAt(),
                        explainer.of(job, step).message()));
    }

    private JobSnapshot of(LiveRow row, ReplicationRow replication) {
        ExplanationFields why = explainer.of(replication);
        LiveJob job = LiveJobBuilder.builder()
                .jobId(row.id())
                .contextId(row.job().contextId())
                .vmName(row.job().vmName())
                .operationType(JobKind.REPLICATION.text())
                .displayName(replication.displayName())
                .status(replication.state().text())
                .progress(replication.percent())
                .currentStepFriendly(replication.stage())
                .startedAt(replication.startedAt())
                .completedAt(replication.completedAt())
                .errorMessageUser(why.message())
                .errorCategory(why.category())
                .side(why.side())
                .object(why.object())
                .condition(why.condition())
                .build();
        return new JobSnapshot(new RoleSpecific<>(job, job), List.of());
    }
}
