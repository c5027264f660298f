package io.clearover.operation;

import io.clearover.job.Job;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import io.clearover.job.JobStep;
import io.clearover.job.JobStore;
import io.clearover.job.RecordOverwrittenException;
import io.clearover.job.RecordedJob;
import java.util.Optional;

/** Whether an operation starts, or another server had begun it. */
enum ResumePolicy {
    NEW {
        @Override
        StartPoint startPoint(OperationPlan plan, JobStore store) {
            return plan.record().isOverwritten() ? StartPoint.ended(OVERWRITTEN) : StartPoint.at(0);
        }
    },

    /**
     * Gone on with at the step in which its server died, since steps look at what is there. But a failover only if all that
     * it did still holds, and not for ever: one that has outlived several servers may be what they died of. Otherwise it is
     * undone. One whose record is gone fails: what it was to do can't be known.
     */
    TAKEN_OVER {
        @Override
        StartPoint startPoint(OperationPlan plan, JobStore store) {
            JobId id = plan.operation().jobId();
            RecordedJob recorded = store.find(id).orElseThrow(() -> new JobEndedException(id));
            Optional<JobStep> failed = recorded.failedStep();
            int finished = recorded.progress().finished();
            boolean overwritten = plan.record().isOverwritten();
            if (failed.isPresent()) {
                return StartPoint.ended(Outcome.recorded(failed.get().errorMessage()));
            }
            if (finished == plan.steps().size()) {
                return StartPoint.ended(overwritten ? OVERWRITTEN : Outcome.completed());
            }
            if (overwritten) {
                return broken(plan, store, recorded, finished, OVERWRITTEN);
            }
            if (plan.canBeCancelled() && !resumes(plan, store, recorded)) {
                return broken(plan, store, recorded, finished, INTERRUPTED);
            }
            return StartPoint.at(finished);
        }

        private boolean resumes(OperationPlan plan, JobStore store, RecordedJob recorded) {
            Job job = recorded.job();
            if (job.isCancelRequested()
                    || recorded.metadata().timesResumed() >= MOST_RESUMED
                    || !plan.holds(recorded)) {
                return false;
            }
            store.resume(job.id());
            return true;
        }

        private StartPoint broken(OperationPlan plan, JobStore store, RecordedJob recorded, int next, Outcome why) {
            if (recorded.job().isCancelRequested()) {
                return StartPoint.ended(Outcome.cancelled());
            }
            store.beginStep(recorded.job().id(), plan.steps().get(next).name(), next + 1);
            return StartPoint.ended(why);
        }
    };

    private static final int MOST_RESUMED = 3;

    private static final Outcome INTERRUPTED =
            Outcome.failed("interrupted: the server process that ran this job ended before the job did");

    private static final Outcome OVERWRITTEN = Outcome.failed(RecordOverwrittenException.ERROR);

    abstract StartPoint startPoint(OperationPlan plan, JobStore store);
}
