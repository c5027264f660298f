package io.clearover.operation;

import io.clearover.job.CancelRequestedException;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import io.clearover.job.JobLeases;
import io.clearover.job.JobStore;
import io.clearover.job.RecordOverwrittenException;
import io.clearover.platform.PlatformException;
import io.clearover.rawtext.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes operations through their plans, each in a thread of its own. Whatever is thrown, an {@link Error} included, ends
 * the operation as failed at the step where it happened, after what it did is undone. Thread-safe.
 */
@ApplicationScoped
public class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class.getName());

    private final OperationQueue queue;
    private final JobStore store;
    private final JobLeases leases;
    private final DatabaseRetry retry;
    private final SafePoint safePoint;
    private final LeaseGuard guard;
    private final CancelFlags cancels;
    private final LeasedCallPermit calls;
    private final Compensation compensation;
    private final OperationFinisher finisher;
    private final Redaction redaction;

    Engine() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public Engine(
            OperationQueue queue,
            JobStore store,
            JobLeases leases,
            DatabaseRetry retry,
            SafePoint safePoint,
            LeaseGuard guard,
            CancelFlags cancels,
            LeasedCallPermit calls,
            Compensation compensation,
            OperationFinisher finisher,
            Redaction redaction) {
        this.queue = queue;
        this.store = store;
        this.leases = leases;
        this.retry = retry;
        this.safePoint = safePoint;
        this.guard = guard;
        this.cancels = cancels;
        this.calls = calls;
        this.compensation = compensation;
        this.finisher = finisher;
        this.redaction = redaction;
    }

    /**
     * Starts an operation whose job is open and committed; returns at once.
     *
     * @param owned since when, by {@link LeaseGuard#now}, the job is this server's
     */
    void launch(OperationPlan plan, long owned) {
        Operation operation = enter(plan, owned);
        queue.add(operation.jobId(), operation.vm().destination(), () -> perform(plan, ResumePolicy.NEW));
    }

    /**
     * Goes on with an operation whose server died, or was stopped, after it had begun.
     *
     * @param owned since when, by {@link LeaseGuard#now}, the job is this server's
     */
    void takeOver(OperationPlan plan, long owned) {
        Operation operation = enter(plan, owned);
        queue.addBegun(operation.jobId(), operation.vm().destination(), () -> perform(plan, ResumePolicy.TAKEN_OVER));
    }

    private Operation enter(OperationPlan plan, long owned) {
        JobId job = plan.operation().jobId();
        cancels.forget(job);
        guard.enter(job, owned);
        return plan.operation();
    }

    /** Whether an operation waits or runs here, be it that its thread is only about to notice that it lost its job. */
    boolean has(JobId job) {
        return queue.jobs().contains(job);
    }

    private void perform(OperationPlan plan, ResumePolicy policy) {
        calls.during(plan.operation().jobId(), () -> run(plan, policy));
    }

    private void run(OperationPlan plan, ResumePolicy policy) {
        Operation operation = plan.operation();
        try {
            store.know(operation.jobId(), plan.record());
            end(plan, outcome(plan, policy));
        } catch (JobEndedException notOurs) {
            LOG.log(Level.WARNING, "{0} {1}", new Object[] {LogContext.of(operation), notOurs.getMessage()});
        } catch (ServerStoppingException handedOver) {
            LOG.warning(() -> LogContext.of(operation) + " is handed over: this server is stopping");
        } catch (Throwable unrecorded) {
            // nobody here is left to handle it, but the next beat of a server takes it over
            LOG.log(Level.SEVERE, unrecorded, () -> LogContext.of(operation) + " its end could not be recorded");
            giveUp(operation.jobId());
        } finally {
            store.forget(operation.jobId());
            cancels.forget(operation.jobId());
            guard.forget(operation.jobId());
        }
    }

    private void end(OperationPlan plan, Outcome outcome) {
        boolean undone = compensation.after(plan, outcome);
        try {
            retry.run(() -> finisher.end(plan.operation().jobId(), outcome, undone));
            LOG.info(() -> "%s status=%s"
                    .formatted(LogContext.of(plan.operation()), outcome.status().text()));
        } catch (RecordOverwrittenException afterLastStep) {
            end(plan, Outcome.failed(afterLastStep));
        }
    }

    private void giveUp(JobId job) {
        Thread.interrupted(); // so that the database can be waited for
        retry.run(() -> leases.giveUp(job));
    }

    private Outcome outcome(OperationPlan plan, ResumePolicy policy) {
        String[] at = {"start"};
        try {
            StartPoint startPoint = retry.run(() -> policy.startPoint(plan, store));
            if (startPoint.outcome() != null) {
                return startPoint.outcome();
            }
            retry.run(() -> store.begin(plan.operation().jobId()));
            for (int i = startPoint.next(); i < plan.steps().size(); i++) {
                at[0] = plan.steps().get(i).name();
                perform(plan.operation(), plan.steps().get(i), i + 1);
            }
            return Outcome.completed();
        } catch (JobEndedException | ServerStoppingException notOurs) {
            throw notOurs;
        } catch (Throwable thrown) { // an Error too must end the job, or the VM would stay locked
            return afterThrown(plan.operation(), at[0], thrown);
        }
    }

    private Outcome afterThrown(Operation operation, String step, Throwable thrown) {
        guard.requireServing(operation.jobId());
        Thread.interrupted(); // whoever interrupted it got what was wanted; the undo must be able to wait
        if (thrown instanceof CancelRequestedException || cancels.isRequested(operation.jobId())) {
            LOG.info(() -> "%s step=%s cancelled".formatted(LogContext.of(operation), step));
            return Outcome.cancelled();
        }
        Outcome outcome = Outcome.failed(thrown);
        logFailure(operation, step, thrown, outcome);
        return outcome;
    }

    /** What a step or the outside says is one line; what nobody expected comes with its stack. */
    private void logFailure(Operation operation, String step, Throwable thrown, Outcome outcome) {
        boolean said = thrown instanceof StepFailure
                || thrown instanceof PlatformException
                || thrown instanceof RecordOverwrittenException;
        String error = redaction.redact(outcome.error()).replaceAll("\\R", " | ");
        String line = "%s step=%s failed: %s".formatted(LogContext.of(operation), step, error);
        LOG.log(Level.WARNING, line, said ? null : thrown);
    }

    private void perform(Operation operation, BoundStep step, int seq) {
        JobId id = operation.jobId();
        safePoint.pass(id);
        if (!retry.run(step::applies)) {
            retry.run(() -> store.skipStep(id, step.name(), seq));
            return;
        }
        retry.run(() -> store.beginStep(id, step.name(), seq));
        retry.run(() -> {
            safePoint.pass(id);
            step.run();
        });
        retry.run(() -> store.completeStep(id));
        LOG.info(() -> "%s step=%s completed".formatted(LogContext.of(operation), step.name()));
    }
}
