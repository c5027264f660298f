package io.clearover.compat.rest;

import io.clearover.job.JobId;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStore;
import io.clearover.job.view.JobStatusView;
import io.clearover.job.view.JobStatuses;
import io.clearover.operation.OpenedOperation;
import io.clearover.operation.Poll;
import io.clearover.operation.rest.StatusAddress;
import io.clearover.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Waits for the end of a rollback, where whoever asked for it takes the answer for its end. Thread-safe. */
@ApplicationScoped
public class RollbackEnd {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final JobStore jobs;
    private final JobStatuses statuses;
    private final Duration longest;

    RollbackEnd() {
        this(null, null, null);
    }

    /** @param longest for how long it is waited */
    @Inject
    public RollbackEnd(
            JobStore jobs,
            JobStatuses statuses,
            @ConfigProperty(name = "clearover.compat.longest-wait", defaultValue = "PT4M") Duration longest) {
        this.jobs = jobs;
        this.statuses = statuses;
        this.longest = longest;
    }

    /**
     * Returns when it has completed.
     *
     * @throws ProblemException (409) if it failed, with why and what to do, or if it runs on
     */
    void await(OpenedOperation rollback) {
        JobId id = rollback.job().id();
        if (!Poll.within(longest, () -> hasEnded(id), PAUSE, "rollback")) {
            throw ProblemException.conflict(
                    "operation-running",
                    "An operation is running",
                    "The rollback takes longer and goes on. Its status is at %s.".formatted(StatusAddress.path(id)));
        }
        JobStatusView status = statuses.of(id, false);
        if (!status.status().equals(JobStatus.COMPLETED.text())) {
            throw ProblemException.conflict("cleanup-failed", "The cleanup failed", why(status));
        }
    }

    private boolean hasEnded(JobId id) {
        return jobs.find(id).map(found -> found.job().status().hasEnded()).orElse(true);
    }

    private static String why(JobStatusView status) {
        List<String> steps = status.actionableSteps() == null ? List.of() : status.actionableSteps();
        return steps.isEmpty() ? status.message() : "%s %s".formatted(status.message(), steps.get(0));
    }
}
