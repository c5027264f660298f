package io.clearover.operation;

import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import io.clearover.job.JobLog;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStep;
import io.clearover.job.RecordedJob;
import java.util.Optional;

/** Whether an operation starts, or another server had begun it. */
enum Beginning {
    NEW {
        @Override
        Position position(Course course, JobLog log) {
            return Position.at(0);
        }
    },

    /**
     * One that hadn't begun is run. What can't be undone is gone on with, at the step in which its server died: its steps
     * look at what is there. Of others it is known only where they were, not what was done of that step: they are undone.
     */
    TAKEN_OVER {
        @Override
        Position position(Course course, JobLog log) {
            JobId id = course.operation().jobId();
            RecordedJob recorded = log.find(id).orElseThrow(() -> new JobEndedException(id));
            Optional<JobStep> failed = recorded.failedStep();
            int finished = recorded.progress().finished();
            if (failed.isPresent()) {
                return Position.ended(
                        recorded.job().isCancelRequested()
                                ? Outcome.cancelled()
                                : Outcome.failed(failed.get().errorMessage()));
            }
            if (finished == course.steps().size()) {
                return Position.ended(Outcome.completed());
            }
            boolean goesOn = recorded.job().status() == JobStatus.PENDING
                    || course.undo().isEmpty();
            return goesOn ? Position.at(finished) : interrupted(course, log, recorded, finished);
        }

        private Position interrupted(Course course, JobLog log, RecordedJob recorded, int next) {
            if (recorded.job().isCancelRequested()) {
                return Position.ended(Outcome.cancelled());
            }
            log.beginStep(recorded.job().id(), course.steps().get(next).name(), next + 1);
            return Position.ended(Outcome.failed(INTERRUPTED));
        }
    };

    private static final String INTERRUPTED =
            "interrupted: the server process that ran this job ended before the job did";

    abstract Position position(Course course, JobLog log);
}
