package io.clearover.job;

/** The job has ended, is gone, or was taken over by another server: nothing about it can be changed here any more. */
public class JobEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobEndedException(JobId id) {
        super("job %s has ended, is gone, or is another server's now".formatted(id));
    }
}
