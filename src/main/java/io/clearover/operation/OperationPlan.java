package io.clearover.operation;

import io.clearover.job.JobMetadata;
import io.clearover.job.RecordedJob;
import io.clearover.platform.PlatformException;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Logger;

/**
 * All that is needed to run an operation, or to go on with one whose server died.
 *
 * @param record what is recorded of its job, as it was read for it
 * @param steps its plan, in order
 * @param undo what takes the plan's steps back, in the order in which it has to be done; empty for an operation that is
 *     run again instead
 */
public record OperationPlan(Operation operation, JobMetadata record, List<BoundStep> steps, List<Undo> undo) {

    private static final Logger LOG = Logger.getLogger(OperationPlan.class.getName());

    /**
     * A step of the undo.
     *
     * @param needed whether what an operation recorded makes it necessary
     * @param alone whether it does no harm, and good, though a step of the undo before it failed
     */
    public record Undo(BoundStep step, Predicate<RecordedJob> needed, Predicate<RecordedJob> alone) {}

    /** What has to be done to take back what was done. */
    List<Undo> undoOf(RecordedJob recorded) {
        return undo.stream().filter(each -> each.needed().test(recorded)).toList();
    }

    /**
     * Whether an operation whose server died can go on where it was: all that it did is as it left it, and the step in which
     * it was, if any, can be run again. What can't be seen doesn't hold.
     */
    boolean holds(RecordedJob recorded) {
        int finished = recorded.progress().finished();
        boolean inStep = recorded.steps().size() > finished;
        try {
            return (!inStep || steps.get(finished).canBeRunAgain())
                    && steps.subList(0, finished).stream().allMatch(this::holds);
        } catch (PlatformException | StepFailure unseen) {
            LOG.warning(
                    () -> "%s what it did can't be seen: %s".formatted(LogContext.of(operation), unseen.getMessage()));
            return false;
        }
    }

    private boolean holds(BoundStep step) {
        boolean holds = step.holds();
        if (!holds) {
            LOG.warning(() -> "%s step=%s does not hold any more".formatted(LogContext.of(operation), step.name()));
        }
        return holds;
    }

    /** Whether it can be stopped: what can't be undone is brought to its end. */
    public boolean canBeCancelled() {
        return !undo.isEmpty();
    }
}
