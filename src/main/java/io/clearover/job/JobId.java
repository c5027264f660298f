package io.clearover.job;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A job's id ({@code job_tracking.id}, a UUID) or, where a request names a job, its external id.
 *
 * @param value 1 to 64 characters
 */
public record JobId(String value) {

    private static final int LONGEST = 64;

    /** @throws UnknownIdException if no job can have this id */
    public JobId {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw notFound();
        }
    }

    /**
     * The id that a request names a job by, which may be an external one with the VM's name as it is.
     *
     * @throws UnknownIdException if no job can have this id
     */
    public static JobId named(String id) {
        return new JobId(id == null ? null : ExternalJobId.recorded(id));
    }

    /** Whether an id that a request names can be a job's, as {@link #named} takes it; other things have longer ones. */
    public static boolean isPossible(String id) {
        String recorded = ExternalJobId.recorded(id);
        return !recorded.isBlank() && recorded.length() <= LONGEST;
    }

    public static JobId random() {
        return new JobId(UUID.randomUUID().toString());
    }

    /**
     * The id of the job that a request with an Idempotency-Key starts: the same for the same user and key, so that the
     * primary key itself keeps a repeated request from starting a second job.
     */
    public static JobId ofKey(String user, String key) {
        byte[] name = ("clearover idempotency key\n" + user + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return new JobId(UUID.nameUUIDFromBytes(name).toString());
    }

    /** What to throw where no job has an id. */
    public static UnknownIdException notFound() {
        return new UnknownIdException(UnknownIdException.Kind.JOB);
    }

    @Override
    public String toString() {
        return value;
    }
}
