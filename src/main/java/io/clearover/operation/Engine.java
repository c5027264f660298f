package io.clearover.operation;

import io.clearover.explain.Redaction;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobLog;
import io.clearover.platform.PlatformException;
import io.clearover.web.Problem;
import io.clearover.web.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes operations through their plans, each in a thread of its own. Whatever is thrown, an {@link Error} included, ends
 * the operation as failed at the step where it happened. Thread-safe.
 */
@ApplicationScoped
public class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class.getName());

    private static final Duration RETRY = Duration.ofSeconds(2);

    /** For how long the end of an operation is tried to be recorded. */
    private static final Duration RECORDING = Duration.ofHours(1);

    @Resource(lookup = "concurrent/operations")
    private ManagedExecutorService executor;

    private final JobLog log;
    private final Endings endings;
    private final Redaction redaction;

    Engine() {
        this(null, null, null);
    }

    @Inject
    public Engine(JobLog log, Endings endings, Redaction redaction) {
        this.log = log;
        this.endings = endings;
        this.redaction = redaction;
    }

    /**
     * Starts an operation whose job is open and committed; returns at once.
     *
     * @throws ProblemException (503) if too many are waiting; the job is then ended as failed
     */
    public <O extends Operation> void launch(O operation, List<? extends Step<? super O>> plan) {
        try {
            executor.execute(() -> run(operation, plan));
        } catch (RejectedExecutionException full) {
            endings.end(operation.jobId(), Outcome.failed("too many operations are waiting to run on this server"));
            throw new ProblemException(Problem.of(
                    "too-many-operations",
                    "Too many operations",
                    503,
                    "Too many operations are waiting. Start this one again when some of them have ended."));
        }
    }

    private <O extends Operation> void run(O operation, List<? extends Step<? super O>> plan) {
        Outcome outcome = perform(operation, plan);
        try {
            Poll.until(() -> recorded(operation, outcome), RETRY, RECORDING, "its end to be recorded");
        } catch (StepFailure unrecorded) {
            LOG.log(
                    Level.SEVERE,
                    unrecorded,
                    () -> fields(operation) + " its end could not be recorded; the next start of this node will: "
                            + outcome);
        }
    }

    /** The database may be away for a while: the end is tried again until it is there. */
    private Optional<Boolean> recorded(Operation operation, Outcome outcome) {
        try {
            endings.end(operation.jobId(), outcome);
            LOG.info(() ->
                    "%s status=%s".formatted(fields(operation), outcome.status().text()));
        } catch (JobEndedException ended) {
            LOG.log(Level.WARNING, ended, () -> fields(operation) + " was ended by somebody else");
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, away, () -> fields(operation) + " its end can't be recorded yet");
            return Optional.empty();
        }
        return Optional.of(true);
    }

    private <O extends Operation> Outcome perform(O operation, List<? extends Step<? super O>> plan) {
        String at = "start";
        try {
            log.begin(operation.jobId());
            for (int i = 0; i < plan.size(); i++) {
                at = plan.get(i).name();
                perform(operation, plan.get(i), i + 1);
            }
            return Outcome.completed();
        } catch (Throwable thrown) { // an Error too must end the job, or the VM would stay locked
            Outcome outcome = Outcome.failed(thrown);
            logFailure(operation, at, thrown, outcome);
            return outcome;
        }
    }

    /** What a step or the outside says is one line; what nobody expected comes with its stack. */
    private void logFailure(Operation operation, String step, Throwable thrown, Outcome outcome) {
        boolean said = thrown instanceof StepFailure || thrown instanceof PlatformException;
        String error = redaction.redact(outcome.error()).replaceAll("\\R", " | ");
        String line = "%s step=%s failed: %s".formatted(fields(operation), step, error);
        LOG.log(Level.WARNING, line, said ? null : thrown);
    }

    private <O extends Operation> void perform(O operation, Step<? super O> step, int seq) {
        if (!step.appliesTo(operation)) {
            log.skipStep(operation.jobId(), step.name(), seq);
            return;
        }
        log.beginStep(operation.jobId(), step.name(), seq);
        step.run(operation);
        log.completeStep(operation.jobId());
        LOG.info(() -> "%s step=%s completed".formatted(fields(operation), step.name()));
    }

    private static String fields(Operation operation) {
        return "job=%s vm=%s context=%s"
                .formatted(
                        operation.jobId(), operation.vm().name(), operation.vm().contextId());
    }
}
