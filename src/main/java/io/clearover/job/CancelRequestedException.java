package io.clearover.job;

/** Somebody asked to stop the job: it takes no further step of its plan. */
public class CancelRequestedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CancelRequestedException(JobId id) {
        super("cancelled: job %s was stopped on request".formatted(id));
    }
}
