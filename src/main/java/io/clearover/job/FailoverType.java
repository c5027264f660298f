package io.clearover.job;

import java.util.Locale;

/** The two kinds of failover, and what a rollback rolls back ({@code failover_jobs.job_type}). */
public enum FailoverType {
    /** Beside the running source VM, to be rolled back. */
    TEST,
    /** For good: the source VM is switched off. */
    LIVE;

    /** The word in the database and the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Test for all but {@code live}, null included. */
    public static FailoverType of(String text) {
        return LIVE.text().equals(text) ? LIVE : TEST;
    }
}
