package io.clearover.operation.rest;

import io.clearover.job.JobId;
import io.clearover.web.ProblemException;
import java.util.Optional;

/** The header by which a request can be sent again without being carried out again. */
public final class IdempotencyKey {

    /** Its name. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /**
     * The id of the job that a user's request with that key starts; empty without a key.
     *
     * @throws ProblemException (400) if it has no character or more than 255
     */
    public static Optional<JobId> job(String user, String key) {
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw ProblemException.badField(HEADER, "must have 1 to %d characters".formatted(LONGEST));
        }
        return Optional.of(JobId.ofKey(user, key));
    }
}
