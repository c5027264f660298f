package io.clearover.live;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.clearover.explain.ExplanationFields;
import io.clearover.job.Explaining;
import io.clearover.job.ForeignJobs;
import io.clearover.job.JobKind;
import io.clearover.job.Progress;
import io.clearover.job.ReplicationJobs;
import io.clearover.job.ReplicationRow;
import io.clearover.job.StepRow;
import io.clearover.job.TrackedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes pictures of all that is live: one statement each. Thread-safe. */
@ApplicationScoped
public class Pictures {

    private final LiveRows rows;
    private final Explaining explaining;
    private final ReplicationJobs replications;
    private final ForeignJobs foreignJobs;

    Pictures() {
        this(null, null, null, null);
    }

    @Inject
    public Pictures(LiveRows rows, Explaining explaining, ReplicationJobs replications, ForeignJobs foreignJobs) {
        this.rows = rows;
        this.explaining = explaining;
        this.replications = replications;
        this.foreignJobs = foreignJobs;
    }

    /** Jobs and replications by their ids, the earliest begun first. See {@link LiveRows#look} for the parameters. */
    Map<String, Seen> take(Collection<String> watched, Instant since) {
        return rows.look(watched, since).stream().collect(Collectors.groupingBy(LiveRow::id)).values().stream()
                .map(this::seen)
                .sorted(comparing(seen -> seen.job().others().startedAt(), nullsFirst(naturalOrder())))
                .collect(Collectors.toMap(Seen::id, seen -> seen, (one, same) -> one, LinkedHashMap::new));
    }

    private Seen seen(List<LiveRow> rowsOfOne) {
        LiveRow first = rowsOfOne.get(0);
        if (first.replication()) {
            return seen(first, replications.inUtc(first.replicationRow()));
        }
        List<StepRow> steps = rowsOfOne.stream()
                .filter(LiveRow::hasStep)
                .map(LiveRow::step)
                .sorted(comparingInt(StepRow::seq))
                .toList();
        return seen(TrackedJob.of(first.job(), steps, foreignJobs.reportedAfter()), first.queuePosition());
    }

    /**
     * A failover or rollback, as it was read.
     *
     * @param queuePosition null when it doesn't wait
     */
    Seen seen(TrackedJob job, Integer queuePosition) {
        StepRow running = job.currentStep().orElse(null);
        return new Seen(
                new ForRoles<>(true, false).map(admin -> view(job, running, queuePosition, admin)),
                IntStream.range(0, job.begun().size())
                        .mapToObj(i -> view(job, job.begun().get(i), i + 1))
                        .toList());
    }

    private LiveJob view(TrackedJob job, StepRow running, Integer queuePosition, boolean admin) {
        ExplanationFields why = explaining.of(job);
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
                running == null ? null : explaining.name(running, admin),
                explaining.displayName(running),
                explaining.displayName(job.failedStep().orElse(null)),
                progress.finished(),
                progress.planned(),
                job.row().startedAt(),
                job.row().completedAt(),
                why.message(),
                why.category(),
                queuePosition,
                job.row().canceledAt() != null);
    }

    private ForRoles<LiveStep> view(TrackedJob job, StepRow step, int number) {
        return new ForRoles<>(true, false)
                .map(admin -> new LiveStep(
                        step.jobId(),
                        explaining.name(step, admin),
                        explaining.displayName(step),
                        number,
                        step.state().text(),
                        step.startedAt(),
                        step.completedAt(),
                        explaining.of(job, step).message()));
    }

    private Seen seen(LiveRow row, ReplicationRow replication) {
        ExplanationFields why = explaining.of(replication);
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
        return new Seen(new ForRoles<>(job, job), List.of());
    }
}
