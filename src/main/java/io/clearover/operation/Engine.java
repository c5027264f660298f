package io.clearover.operation;

import io.clearover.explain.Redaction;
import io.clearover.job.CancelRequestedException;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import io.clearover.job.JobLeases;
import io.clearover.job.JobLog;
import io.clearover.job.RecordOverwrittenException;
import io.clearover.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes operations through their courses, each in a thread of its own. Whatever is thrown, an {@link Error} included, ends
 * the operation as failed at the step where it happened, after what it did is undone. Thread-safe.
 */
@ApplicationScoped
public class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class.getName());

    private final OperationQueue queue;
    private final JobLog log;
    private final JobLeases leases;
    private final Bookkeeping bookkeeping;
    private final SafePoint safePoint;
    private final OwnersCalls calls;
    private final Undoing undoing;
    private final Endings endings;
    private final Redaction redaction;

    Engine() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public Engine(
            OperationQueue queue,
            JobLog log,
            JobLeases leases,
            Bookkeeping bookkeeping,
            SafePoint safePoint,
            OwnersCalls calls,
            Undoing undoing,
            Endings endings,
            Redaction redaction) {
        this.queue = queue;
        this.log = log;
        this.leases = leases;
        this.bookkeeping = bookkeeping;
        this.safePoint = safePoint;
        this.calls = calls;
        this.undoing = undoing;
        this.endings = endings;
        this.redaction = redaction;
    }

    /** Starts an operation whose job is open and committed; returns at once. */
    public void launch(Course course) {
        Operation operation = course.operation();
        safePoint.enter(operation.jobId());
        queue.add(operation.jobId(), operation.vm().destination(), () -> perform(course, Beginning.NEW));
    }

    /** Goes on with an operation whose server died, or was stopped, after it had begun; its job is this server's by now. */
    void takeOver(Course course) {
        Operation operation = course.operation();
        safePoint.enter(operation.jobId());
        queue.addBegun(operation.jobId(), operation.vm().destination(), () -> perform(course, Beginning.TAKEN_OVER));
    }

    /** Whether an operation waits or runs here, be it that its thread is only about to notice that it lost its job. */
    boolean has(JobId job) {
        return queue.jobs().contains(job);
    }

    private void perform(Course course, Beginning beginning) {
        calls.during(course.operation().jobId(), () -> run(course, beginning));
    }

    private void run(Course course, Beginning beginning) {
        Operation operation = course.operation();
        try {
            log.know(operation.jobId(), course.record());
            end(course, outcome(course, beginning));
        } catch (JobEndedException notOurs) {
            LOG.log(Level.WARNING, "{0} {1}", new Object[] {Fields.of(operation), notOurs.getMessage()});
        } catch (ServerStoppingException handedOver) {
            LOG.warning(() -> Fields.of(operation) + " is handed over: this server is stopping");
        } catch (Throwable unrecorded) {
            // nobody here is left to handle it, but the next beat of a server takes it over
            LOG.log(Level.SEVERE, unrecorded, () -> Fields.of(operation) + " its end could not be recorded");
            giveUp(operation.jobId());
        } finally {
            log.forget(operation.jobId());
            safePoint.forget(operation.jobId());
        }
    }

    private void end(Course course, Outcome outcome) {
        boolean undone = undoing.after(course, outcome);
        try {
            bookkeeping.keep(() -> endings.end(course.operation().jobId(), outcome, undone));
            LOG.info(() -> "%s status=%s"
                    .formatted(Fields.of(course.operation()), outcome.status().text()));
        } catch (RecordOverwrittenException afterLastStep) {
            end(course, Outcome.failed(afterLastStep));
        }
    }

    private void giveUp(JobId job) {
        Thread.interrupted(); // so that the database can be waited for
        bookkeeping.keep(() -> leases.giveUp(job));
    }

    private Outcome outcome(Course course, Beginning beginning) {
        String[] at = {"start"};
        try {
            Position position = bookkeeping.keep(() -> beginning.position(course, log));
            if (position.outcome() != null) {
                return position.outcome();
            }
            bookkeeping.keep(() -> log.begin(course.operation().jobId()));
            for (int i = position.next(); i < course.steps().size(); i++) {
                at[0] = course.steps().get(i).name();
                perform(course.operation(), course.steps().get(i), i + 1);
            }
            return Outcome.completed();
        } catch (JobEndedException | ServerStoppingException notOurs) {
            throw notOurs;
        } catch (Throwable thrown) { // an Error too must end the job, or the VM would stay locked
            return afterThrown(course.operation(), at[0], thrown);
        }
    }

    private Outcome afterThrown(Operation operation, String step, Throwable thrown) {
        safePoint.requireServing(operation.jobId());
        Thread.interrupted(); // whoever interrupted it got what was wanted; the undo must be able to wait
        if (thrown instanceof CancelRequestedException || safePoint.isToStop(operation.jobId())) {
            LOG.info(() -> "%s step=%s cancelled".formatted(Fields.of(operation), step));
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
        String line = "%s step=%s failed: %s".formatted(Fields.of(operation), step, error);
        LOG.log(Level.WARNING, line, said ? null : thrown);
    }

    private void perform(Operation operation, Task task, int seq) {
        JobId id = operation.jobId();
        safePoint.pass(id);
        if (!bookkeeping.keep(task::applies)) {
            bookkeeping.keep(() -> log.skipStep(id, task.name(), seq));
            return;
        }
        bookkeeping.keep(() -> log.beginStep(id, task.name(), seq));
        bookkeeping.keep(() -> {
            safePoint.pass(id);
            task.run();
        });
        bookkeeping.keep(() -> log.completeStep(id));
        LOG.info(() -> "%s step=%s completed".formatted(Fields.of(operation), task.name()));
    }
}
