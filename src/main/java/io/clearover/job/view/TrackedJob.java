package io.clearover.job.view;

import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.job.FailoverType;
import io.clearover.job.GuestSystem;
import io.clearover.job.JobKind;
import io.clearover.job.JobMetadata;
import io.clearover.job.JobStatus;
import io.clearover.job.Options;
import io.clearover.job.Progress;
import io.clearover.job.RunningJobs;
import io.clearover.job.StepStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A failover or rollback as readers see it, whichever program wrote it: what the rows say, where they can be believed.
 *
 * @param begun the steps that have rows, by their order
 * @param reportedAfter a job of another program that was last changed before this instant no longer runs
 */
public record TrackedJob(JobRow row, List<StepRow> begun, JobMetadata metadata, Instant reportedAfter) {

    /** By how much another server's clock may be ahead. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** What the raw error of a stalled job begins with. */
    static final String SILENCE = "interrupted: no longer reported on";

    /** Those of the appliance's engine that come last, unless a rollback is to switch the source VM on after them. */
    private static final Set<String> LAST_STEPS = Set.of("status-update", "vm-context-status-update");

    /** @param begun the job's rows of {@code job_steps} by their order */
    public static TrackedJob of(JobRow row, List<StepRow> begun, Instant reportedAfter) {
        return new TrackedJob(row, withoutTwins(begun), JobMetadata.of(row.metadata()), reportedAfter);
    }

    /** The appliance's engine records some steps twice, the inner one a moment after the outer one. */
    private static List<StepRow> withoutTwins(List<StepRow> begun) {
        List<StepRow> steps = new ArrayList<>();
        for (StepRow step : begun) {
            if (steps.isEmpty() || !step.isInside(steps.get(steps.size() - 1))) {
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    public JobKind kind() {
        return JobKind.of(row.jobType(), row.operation());
    }

    /**
     * The job's status. The appliance's engine records a failed rollback as completed, and nothing ends a job of its
     * whose process died: there a failed step, the last step of all, or a long silence tells the truth.
     */
    public JobStatus status() {
        if (failedStep().isPresent() && (isRollbackSaidCompleted() || isBetweenSteps())) {
            return JobStatus.FAILED;
        }
        if (isBetweenSteps() && hasDoneItsLastStep()) {
            return JobStatus.COMPLETED;
        }
        return isSilent() ? JobStatus.STALLED : said();
    }

    /** What the row says. */
    private JobStatus said() {
        return row.status() == null || row.status().isEmpty() ? JobStatus.PENDING : JobStatus.of(row.status());
    }

    private boolean isRollbackSaidCompleted() {
        return said() == JobStatus.COMPLETED && kind() == JobKind.ROLLBACK;
    }

    /** Whether another program's job is said to run, and none of its steps does. */
    private boolean isBetweenSteps() {
        return said() == JobStatus.RUNNING && isForeign() && runningStep().isEmpty();
    }

    /** Whether the appliance's engine had nothing more to do in it. */
    private boolean hasDoneItsLastStep() {
        return !begun.isEmpty()
                && LAST_STEPS.contains(begun.get(begun.size() - 1).name())
                && begun.stream().allMatch(step -> step.state().isFinished())
                && !Boolean.TRUE.equals(metadata.powerOnSource());
    }

    /** Whether another program runs it. */
    public boolean isForeign() {
        return !row.isOurs();
    }

    /** Whether it is known what was asked for, and by whom. */
    public boolean isRequestKnown() {
        return metadata.startedBy() != null;
    }

    /** Whether another program's job is said to run, but hasn't been reported on for long. */
    private boolean isSilent() {
        return said().isUnderWay() && !RunningJobs.isBelieved(row.owner(), row.updatedAt(), reportedAfter);
    }

    /** All steps: those of the plan, begun or not, then those that undo them. */
    public List<StepRow> steps() {
        List<String> plan = metadata.planned();
        Stream<StepRow> notBegun = IntStream.range(Math.min(forward().size(), plan.size()), plan.size())
                .mapToObj(i -> StepRow.planned(row.id(), plan.get(i), i + 1));
        return Stream.of(forward().stream(), notBegun, undo().stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** The begun steps of the plan; of a job without a plan, all. */
    private List<StepRow> forward() {
        return begun.stream().filter(step -> !isUndo(step)).toList();
    }

    private List<StepRow> undo() {
        return begun.stream().filter(this::isUndo).toList();
    }

    /** Whether a step takes back what steps of the plan did. */
    public boolean isUndo(StepRow step) {
        return metadata.isUndo(step.seq());
    }

    /** Test or live; of a rollback, what it rolls back; test where nothing is said of it. */
    public FailoverType type() {
        boolean said = metadata.failoverType() != null || row.operation() == null;
        return said ? metadata.type() : JobKind.typeOf(row.operation());
    }

    /** What the request asked for; null where that is not recorded, and where there is no choice. */
    public Options choices() {
        Options asked = metadata.options();
        boolean live = metadata.type() == FailoverType.LIVE;
        return new Options(
                asked.performFinalSync(),
                asked.skipVirtio(),
                live ? asked.powerOffSource() : null,
                live ? asked.powerOnSource() : null);
    }

    /**
     * What a rollback still has to remove after a failure: ours are undone, and leave nothing if they had changed nothing; of
     * others nobody knows.
     */
    public RollbackNeed rollbackNeed() {
        if (metadata.planned().isEmpty()) {
            return RollbackNeed.MAYBE;
        }
        boolean undoFailed = undo().stream().anyMatch(step -> step.state() == StepStatus.FAILED);
        return undoFailed && metadata.mayHaveChanged() ? RollbackNeed.ALWAYS : RollbackNeed.NONE;
    }

    /** What speaks for or against an advice after a failure; of a job of another program its VM alone. */
    public FailedOperation failedOperation() {
        boolean known = isRequestKnown();
        Options asked = metadata.options();
        return new FailedOperation(
                kind().type(),
                rollbackNeed(),
                GuestSystem.isWindows(row.osType()),
                known ? asked.wantsDriverInjection() : null,
                known ? asked.wantsFinalSync() : null);
    }

    public Progress progress() {
        if (status() == JobStatus.COMPLETED && begun.isEmpty()) {
            return new Progress(steps().size(), steps().size());
        }
        return Progress.of(forward().stream().map(StepRow::state).toList(), metadata.planned());
    }

    /** 0 to 100; a completed job is at 100 whatever its rows say. */
    public double percent() {
        return status() == JobStatus.COMPLETED ? 100 : progress().percent();
    }

    /** The VM's context, from the metadata where the row doesn't say; null if neither does. */
    public String contextId() {
        return row.contextId() == null ? metadata.contextId() : row.contextId();
    }

    /** The VM's name, from the metadata where its context is gone; null if that doesn't say. */
    public String vmName() {
        return row.vmName() == null ? metadata.vmName() : row.vmName();
    }

    /** The step that a job which is under way is in. */
    public Optional<StepRow> currentStep() {
        return status().isUnderWay() ? runningStep() : Optional.empty();
    }

    public Optional<StepRow> runningStep() {
        return begun.stream().filter(step -> step.state() == StepStatus.RUNNING).findFirst();
    }

    public Optional<StepRow> failedStep() {
        return begun.stream().filter(step -> step.state() == StepStatus.FAILED).findFirst();
    }

    /** The step that failed although the job was completed, if there is one: the appliance's engine ignores some failures. */
    public Optional<StepRow> ignoredFailure() {
        return status() == JobStatus.COMPLETED ? failedStep() : Optional.empty();
    }

    /** The raw error of a failed job; null if it says none. */
    public String rawError() {
        if (row.errorMessage() != null && !row.errorMessage().isBlank()) {
            return row.errorMessage();
        }
        return failedStep().map(StepRow::errorMessage).orElse(isSilent() ? silence() : null);
    }

    private String silence() {
        return SILENCE + " since " + row.updatedAt();
    }

    /** Whole seconds from start to end, or until now while it is under way; null when the times can't be true. */
    public Long durationSeconds(Clock clock) {
        return seconds(row.startedAt(), row.completedAt(), status().isUnderWay(), clock);
    }

    /** Null if a time is missing, or if they contradict each other or the clock: writers differ in their zones. */
    static Long seconds(Instant start, Instant end, boolean underWay, Clock clock) {
        Instant until = underWay ? clock.instant() : end;
        return start == null
                        || until == null
                        || until.isBefore(start)
                        || until.isAfter(clock.instant().plus(CLOCK_SKEW))
                ? null
                : Duration.between(start, until).toSeconds();
    }
}
