package io.clearover.job.view;

import io.clearover.estimate.Estimate;
import io.clearover.estimate.Estimates;
import io.clearover.job.JobStatus;
import io.clearover.job.StepStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much longer a running job usually takes. Thread-safe. */
@ApplicationScoped
public class RemainingTime {

    private final Estimates estimates;
    private final Clock clock;

    RemainingTime() {
        this(null, null);
    }

    @Inject
    public RemainingTime(Estimates estimates, Clock clock) {
        this.estimates = estimates;
        this.clock = clock;
    }

    /**
     * Empty unless the job runs, goes on with its plan (and isn't about to be undone), and there is a history. One statement
     * for such a job, else none.
     */
    public Optional<Estimate> of(TrackedJob job) {
        JobRow row = job.row();
        boolean known = row.contextId() != null
                && row.operation() != null
                && job.kind().jobCategory() != null
                && !job.isForeign();
        boolean goesOn = job.status() == JobStatus.RUNNING
                && row.canceledAt() == null
                && job.failedStep().isEmpty();
        return known && goesOn
                ? estimates.of(
                        new Estimates.Kind(
                                row.contextId(), row.operation(), job.kind().jobCategory()),
                        rest(job))
                : Optional.empty();
    }

    private Estimate.Rest rest(TrackedJob job) {
        List<String> toCome = job.steps().stream()
                .filter(step -> step.state() == StepStatus.PENDING)
                .map(StepRow::name)
                .toList();
        return job.runningStep()
                .map(step -> new Estimate.Rest(step.name(), secondsOf(step), toCome))
                .orElse(new Estimate.Rest(null, 0, toCome));
    }

    private double secondsOf(StepRow step) {
        return step.startedAt() == null
                ? 0
                : Math.max(
                        0, Duration.between(step.startedAt(), clock.instant()).toMillis() / 1000.0);
    }
}
