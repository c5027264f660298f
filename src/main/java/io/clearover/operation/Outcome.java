package io.clearover.operation;

import io.clearover.job.JobStatus;
import io.clearover.rawtext.Excerpt;

/**
 * How an operation ended.
 *
 * @param error the raw error, of a long one an excerpt; null if it completed
 */
public record Outcome(JobStatus status, String error) {

    private static final String STOPPED = "cancelled: stopped on request";

    public static Outcome completed() {
        return new Outcome(JobStatus.COMPLETED, null);
    }

    /** The error is that of the step in which it was stopped. */
    static Outcome cancelled() {
        return new Outcome(JobStatus.CANCELLED, STOPPED);
    }

    /** What the error of the step says in which an operation has failed or was stopped. */
    static Outcome recorded(String error) {
        return STOPPED.equals(error) ? cancelled() : failed(error);
    }

    public static Outcome failed(String rawError) {
        return new Outcome(JobStatus.FAILED, rawError == null ? "" : Excerpt.of(rawError));
    }

    /** Failed by what was thrown: its message and those of its causes, as far as they say more. */
    public static Outcome failed(Throwable thrown) {
        StringBuilder text = new StringBuilder(said(thrown));
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (text.indexOf(said(cause)) < 0) {
                text.append(": ").append(said(cause));
            }
        }
        return failed(text.toString());
    }

    private static String said(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage();
    }
}
