package io.clearover.job;

import java.util.Collection;
import java.util.List;

/**
 * How far a job is: finished steps (completed or skipped) of the planned ones. The plan is fixed before the first step,
 * so it never falls.
 *
 * @param finished 0 to {@code planned}
 * @param planned 0 or more
 */
public record Progress(int finished, int planned) {

    public Progress {
        planned = Math.max(planned, 0);
        finished = Math.min(Math.max(finished, 0), planned);
    }

    /**
     * The progress of a job whose steps are in these states; of one without a plan, they are all that is known of it.
     *
     * @param begun the steps of the plan that have begun, and none of an undo, which doesn't take progress back
     * @param plan names of all steps of the plan; empty if it is not known
     */
    public static Progress of(Collection<StepStatus> begun, List<String> plan) {
        int finished = (int) begun.stream().filter(StepStatus::isFinished).count();
        return new Progress(finished, Math.max(plan.size(), begun.size()));
    }

    /** 0 to 100, with one decimal; 0 when nothing is planned. */
    public double percent() {
        return planned == 0 ? 0 : Math.round(finished * 1000.0 / planned) / 10.0;
    }
}
