package io.clearover.job;

import java.time.Instant;

/**
 * What a probe found, as it is kept with a job.
 *
 * @param probe its slug
 * @param side that it asked: source, destination or appliance
 * @param object what it is about, such as disk or credentials
 * @param aboutCause whether it looks at what the job's error is about, or may be about; otherwise it tells if a side answers
 * @param word which of the catalogue's words tell of it; null for an error that the catalogue explains
 * @param detail the technical side of it, for admins: if there is no word, the raw error; of a long one the beginning; null if
 *     there is nothing to tell
 */
public record KeptFinding(
        String probe, String side, String object, Boolean aboutCause, String word, String detail, Instant checkedAt) {

    private static final int LONGEST = 500;

    /** The job's document must stay short enough to be read at all. */
    public KeptFinding {
        detail = detail == null || detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…";
    }
}
