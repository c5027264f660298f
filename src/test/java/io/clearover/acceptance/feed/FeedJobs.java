package io.clearover.acceptance.feed;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening.Event;
import jakarta.json.JsonObject;
import java.util.List;

/** Jobs as other servers write them, and what the feed tells of them. */
final class FeedJobs {

    /** Of every job. */
    static final String ALL = "/api/v1/events";

    static final String WEB01 = "ctx-web01-20250901-090000";

    private FeedJobs() {}

    static void insertRunningJob(Clearover clearover, String id) {
        clearover.sql(("INSERT INTO job_tracking (id, context_id, job_type, operation, status) VALUES"
                        + " ('%s', '%s', 'failover', 'unified-test-failover', 'running')")
                .formatted(id, WEB01));
    }

    /** Pending on a server that is taken for alive. */
    static void insertPendingJob(Clearover clearover, String id, String owner, int second) {
        clearover.sql(
                """
                INSERT INTO job_tracking
                  (id, context_id, job_type, operation, status, owner, started_at, updated_at)
                VALUES ('%s', '%s', 'failover', 'unified-test-failover', 'pending', '%s',
                  UTC_TIMESTAMP() - INTERVAL 1 MINUTE + INTERVAL %d SECOND, CURRENT_TIMESTAMP + INTERVAL 1 HOUR)"""
                        .formatted(id, WEB01, owner, second));
    }

    static void insertStep(Clearover clearover, String job, int number, String status) {
        clearover.sql("INSERT INTO job_steps (job_id, name, seq, status) VALUES ('%s', 'step-%d', %d, '%s')"
                .formatted(job, number, number, status));
    }

    static boolean isAbout(Event event, String job) {
        return job.equals(event.data().getString("job_id", null));
    }

    static boolean isStep(Event event, int number, String status) {
        return event.name().equals("step")
                && event.data().getInt("number") == number
                && event.data().getString("status").equals(status);
    }

    /** The job's place in line; null unless it waits in one. */
    static Integer position(JsonObject job) {
        return job.isNull("queue_position") ? null : job.getInt("queue_position");
    }

    static List<Integer> numbersOfSteps(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("step"))
                .map(event -> event.data().getInt("number"))
                .toList();
    }
}
