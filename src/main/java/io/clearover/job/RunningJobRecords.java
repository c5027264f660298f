package io.clearover.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What this server knows of the jobs that it runs: read once, before an operation begins here, and kept until it ends, since
 * other programs can write over {@code job_tracking.metadata} at any time. Thread-safe.
 */
@ApplicationScoped
class RunningJobRecords {

    private final Map<String, JobMetadata> known = new ConcurrentHashMap<>();

    void keep(JobId job, JobMetadata record) {
        known.put(job.value(), record);
    }

    void forget(JobId job) {
        known.remove(job.value());
    }

    /** Empty for a job that this server doesn't run. */
    Optional<JobMetadata> of(JobId job) {
        return Optional.ofNullable(known.get(job.value()));
    }

    /** Notes something of a job, here and in its row. What the row lacks because a transaction failed, the next one writes. */
    void note(Job job, UnaryOperator<JobMetadata> change) {
        JobMetadata now = change.apply(of(job.id()).orElseGet(job::metadata));
        known.replace(job.id().value(), now);
        job.keep(now);
    }

    /** Gives a row back what was known of its job; if that had been fixed from the beginning, it is marked as overwritten. */
    void restore(Job job) {
        of(job.id())
                .ifPresent(record -> note(job, it -> record.opensAs(job.metadata()) ? record : record.asOverwritten()));
    }
}
