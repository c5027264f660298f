package io.clearover.diagnosis;

import io.clearover.diagnosis.Diagnosis.Diagnosed;
import io.clearover.job.JobId;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStore;
import io.clearover.job.OperationEnded;
import io.clearover.job.view.TrackedJobs;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks what is so a moment after a failure, once it is undone, and keeps that with the job. In a thread of its own after the job
 * has ended, so that nothing waits for it; where there is none, or the server stops, nothing is kept.
 */
@ApplicationScoped
public class FailureChecks {

    private static final Logger LOG = Logger.getLogger(FailureChecks.class.getName());

    @Resource(lookup = "concurrent/diagnoses")
    private ManagedScheduledExecutorService executor;

    private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();

    private final TrackedJobs jobs;
    private final JobStore store;
    private final Diagnosis diagnosis;
    private final Duration delay;

    FailureChecks() {
        this(null, null, null, null);
    }

    /** @param delay from the end of a job until it is looked: what its undo began may take a moment to be done */
    @Inject
    public FailureChecks(
            TrackedJobs jobs,
            JobStore store,
            Diagnosis diagnosis,
            @ConfigProperty(name = "clearover.check.after-failure-delay", defaultValue = "PT1S") Duration delay) {
        this.jobs = jobs;
        this.store = store;
        this.diagnosis = diagnosis;
        this.delay = delay;
    }

    /** After the transaction that ended the job. */
    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) OperationEnded ended) {
        if (ended.status() == JobStatus.FAILED) {
            try {
                running.removeIf(Future::isDone);
                running.add(executor.schedule(() -> keep(ended.jobId()), delay.toMillis(), TimeUnit.MILLISECONDS));
            } catch (RejectedExecutionException busyOrStopping) {
                LOG.fine(() -> "job=%s is not checked: %s".formatted(ended.jobId(), busyOrStopping.getMessage()));
            }
        }
    }

    /** Nothing of it is worth to be waited for. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        running.forEach(check -> check.cancel(true));
    }

    /** Nobody waits for it if the database is away, the VM gone or the server about to stop. */
    private void keep(JobId id) {
        try {
            jobs.find(id).map(diagnosis::of).ifPresent(seen -> note(id, seen));
        } catch (RuntimeException notKept) {
            LOG.log(Level.FINE, notKept, () -> "job=%s could not be checked".formatted(id));
        }
    }

    /** What was broken off has found nothing. */
    private void note(JobId id, Diagnosed seen) {
        if (!Thread.currentThread().isInterrupted()) {
            store.note(id, seen.checks());
        }
    }
}
