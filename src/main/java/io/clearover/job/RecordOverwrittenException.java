package io.clearover.job;

/**
 * Another program has written over what was recorded of the job while it ran, or before it was taken over: who wants to roll
 * back, repeat or judge it later can't rely on that record, so it must not count as completed.
 */
public class RecordOverwrittenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The raw error of such a job. */
    public static final String ERROR = "the record of this job was overwritten by another program";

    public RecordOverwrittenException() {
        super(ERROR);
    }
}
