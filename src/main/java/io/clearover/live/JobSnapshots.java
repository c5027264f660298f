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
                .filter(LiveRow::hasStep)
                .map(LiveRow::step)
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
        return new LiveJob(
                job.row().id(),
                job.row().externalJobId(),
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
                job.row().startedAt(),
                job.row().completedAt(),
                why.message(),
                why.category(),
                queuePosition,
                job.row().canceledAt() != null);
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
        LiveJob job = new LiveJob(
                row.id(),
                null,
                row.contextId(),
                row.vmName(),
                JobKind.REPLICATION.text(),
                replication.displayName(),
                replication.state().text(),
                replication.percent(),
                null,
                replication.stage(),
                null,
                null,
                null,
                replication.startedAt(),
                replication.completedAt(),
                why.message(),
                why.category(),
                null,
                false);
        return new JobSnapshot(new RoleSpecific<>(job, job), List.of());
    }
}
