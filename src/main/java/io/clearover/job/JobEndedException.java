package io.clearover.job;

/** The job has ended, or is gone: nothing about it can be changed any more. */
public class JobEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobEndedException(JobId id) {
        super("job %s has ended or is gone".formatted(id));
    }
}
