package io.clearover.operation;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStep;
import io.clearover.job.JobStore;
import io.clearover.job.RecordedJob;
import io.clearover.job.StepStatus;
import io.clearover.operation.OperationPlan.Undo;
import io.clearover.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes back what an operation did that failed or was stopped, in steps that are recorded behind those of its plan. If one of
 * them fails too, only those are still done that don't need it, and the VM is left for a rollback. Thread-safe.
 */
@ApplicationScoped
public class Compensation {

    private static final Logger LOG = Logger.getLogger(Compensation.class.getName());

    private final JobStore store;
    private final DatabaseRetry retry;
    private final CancelFlags cancels;
    private final LeaseGuard guard;
    private final RetryPolicy<Object> again;

    Compensation() {
        this(null, null, null, null, Duration.ofSeconds(1));
    }

    /** @param pause before a step of an undo is tried again; then twice that long */
    @Inject
    public Compensation(
            JobStore store,
            DatabaseRetry retry,
            CancelFlags cancels,
            LeaseGuard guard,
            @ConfigProperty(name = "clearover.undo.retry-delay", defaultValue = "PT5S") Duration pause) {
        this.store = store;
        this.retry = retry;
        this.cancels = cancels;
        this.guard = guard;
        this.again = RetryPolicy.builder()
                .handle(PlatformException.class, StepFailure.class)
                .abortOn(LastingFailure.class)
                .withBackoff(pause, pause.multipliedBy(4))
                .withMaxRetries(3)
                .build();
    }

    /**
     * Undoes an operation, unless it completed. Never fails for what happens at the destination: that is recorded.
     *
     * @return whether all that it did is undone
     */
    boolean after(OperationPlan plan, Outcome outcome) {
        if (outcome.status() == JobStatus.COMPLETED) {
            return false;
        }
        JobId id = plan.operation().jobId();
        cancels.undo(id);
        retry.run(() -> store.failStep(id, outcome.error()));
        RecordedJob recorded = retry.run(() -> store.find(id)).orElseThrow(() -> new JobEndedException(id));
        boolean undone = true;
        int seq = plan.steps().size();
        for (Undo undo : plan.undoOf(recorded)) {
            seq++;
            if (undone || undo.alone().test(recorded)) {
                undone &= isUndone(plan.operation(), undo.step(), seq, recorded);
            }
        }
        return undone;
    }

    /** Whether it is undone now, if it wasn't before; what failed before another server took over isn't tried again. */
    private boolean isUndone(Operation operation, BoundStep step, int seq, RecordedJob recorded) {
        StepStatus before = recorded.step(seq).map(JobStep::status).orElse(StepStatus.PENDING);
        return before.isFinished() || before != StepStatus.FAILED && undo(operation, step, seq);
    }

    private boolean undo(Operation operation, BoundStep step, int seq) {
        JobId id = operation.jobId();
        guard.await(id);
        retry.run(() -> store.beginUndo(id, step.name(), seq));
        try {
            Failsafe.with(again).run(() -> retry.run(step::run));
        } catch (Throwable thrown) { // an Error too, or the undo would be begun again for ever
            guard.requireServing(id);
            LOG.log(Level.WARNING, thrown, () -> "%s undo=%s failed".formatted(LogContext.of(operation), step.name()));
            retry.run(() -> store.failUndo(id, Outcome.failed(thrown).error()));
            return false;
        }
        retry.run(() -> store.completeUndo(id));
        LOG.info(() -> "%s undo=%s completed".formatted(LogContext.of(operation), step.name()));
        return true;
    }
}
