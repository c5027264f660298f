package io.clearover.job;

import io.clearover.web.ProblemException;
import java.util.UUID;

/**
 * A job's id ({@code job_tracking.id}, a UUID) or, where a request names a job, its external id.
 *
 * @param value 1 to 64 characters
 */
public record JobId(String value) {

    private static final int LONGEST = 64;

    /** @throws ProblemException (404) if no job can have this id */
    public JobId {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw notFound();
        }
    }

    public static JobId random() {
        return new JobId(UUID.randomUUID().toString());
    }

    /** The problem of a job that doesn't exist. */
    public static ProblemException notFound() {
        return ProblemException.notFound(
                "job-not-found",
                "No such job",
                "No job has this id. A VM's jobs are at /api/v1/vm-contexts/{context_id}/recent-jobs.");
    }

    @Override
    public String toString() {
        return value;
    }
}
