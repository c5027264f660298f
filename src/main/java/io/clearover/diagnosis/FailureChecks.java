package io.clearover.diagnosis;

import io.clearover.diagnosis.Diagnosis.Diagnosed;
import io.clearover.job.JobId;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStore;
import io.clearover.job.OperationEnded;
import io.clearover.job.view.TrackedJobs;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks what is so right after a failure, once it is undone, and keeps that with the job. In a thread of its own after the job
 * has ended, so that nothing waits for it; where there is none, or the server stops, nothing is kept.
 */
@ApplicationScoped
public class FailureChecks {

    private static final Logger LOG = Logger.getLogger(FailureChecks.class.getName());

    @Resource(lookup = "concurrent/diagnoses")
    private ManagedExecutorService executor;

    private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();

    private final TrackedJobs jobs;
    private final JobStore store;
    private final Diagnosis diagnosis;

    FailureChecks() {
        this(null, null, null);
    }

    @Inject
    public FailureChecks(TrackedJobs jobs, JobStore store, Diagnosis diagnosis) {
        this.jobs = jobs;
        this.store = store;
        this.diagnosis = diagnosis;
    }

    /** After the transaction that ended the job. */
    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) OperationEnded ended) {
        if (ended.status() == JobStatus.FAILED) {
            try {
                running.removeIf(Future::isDone);
                running.add(executor.submit(() -> keep(ended.jobId())));
            } catch (RejectedExecutionException busyOrStopping) {
                LOG.fine(() -> "job=%s is not checked: %s".formatted(ended.jobId(), busyOrStopping.getMessage()));
            }
        }
    }

    /** Nothing of it is worth to be waited for. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        running.forEach(check -> check.cancel(true));
    }

    private void keep(JobId id) {
        try {
            jobs.find(id).map(diagnosis::of).ifPresent(seen -> note(id, seen));
        } catch (
                RuntimeException
                        notKept) { // the database is away, the VM gone, or the server stops: nobody waits for it
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
