package io.clearover.acceptance.feed;

import static io.clearover.acceptance.feed.FeedJobs.ALL;
import static io.clearover.acceptance.feed.FeedJobs.WEB01;
import static io.clearover.acceptance.feed.FeedJobs.insertPendingJob;
import static io.clearover.acceptance.feed.FeedJobs.insertRunningJob;
import static io.clearover.acceptance.feed.FeedJobs.insertStep;
import static io.clearover.acceptance.feed.FeedJobs.isAbout;
import static io.clearover.acceptance.feed.FeedJobs.isStep;
import static io.clearover.acceptance.feed.FeedJobs.numbersOfSteps;
import static io.clearover.acceptance.feed.FeedJobs.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.Listening.Event;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live feed: who listens is told what changes, whoever changed it, once, in order, and in words meant for them. */
@WithClearover
class LiveFeedIT {

    private static final List<String> WAITING = List.of("wait-a", "wait-b", "wait-c", "wait-d", "wait-e");

    @Test
    void the_steps_of_a_failover_arrive_in_order_and_end_with_completed(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready()) {
            String job = clearover.startTestFailover("web01");

            Event end = listening.hearsEndOf(job);

            List<Event> told = listening.about(job);
            assertThat(end.said()).isEqualTo("job completed");
            assertThat(end.data().getString("vm_name")).isEqualTo("web01");
            assertThat(end.data().getString("operation_type")).isEqualTo("test_failover");
            assertThat(end.data().getInt("steps_completed")).isEqualTo(10);
            assertThat(told).last().isEqualTo(end);
            assertThat(numbersOfSteps(told)).isSorted().contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(progress(told)).isSorted().endsWith(100.0);
        }
    }

    @Test
    void each_change_has_an_id_of_its_own(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready()) {
            String job = clearover.startTestFailover("web01");
            listening.hearsEndOf(job);

            assertThat(listening.about(job))
                    .extracting(Event::id)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_another_node_writes_is_told(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready()) {
            insertRunningJob(clearover, "elsewhere");
            insertStep(clearover, "elsewhere", 1, "completed");
            insertStep(clearover, "elsewhere", 2, "running");

            listening.hears("its second step", event -> isStep(event, 2, "running"));
            clearover.sql(
                    "UPDATE job_steps SET status = 'completed' WHERE job_id = 'elsewhere'",
                    "UPDATE job_tracking SET status = 'completed', completed_at = NOW() WHERE id = 'elsewhere'");

            assertThat(listening.hearsEndOf("elsewhere").said()).isEqualTo("job completed");
            assertThat(listening.about("elsewhere")).anyMatch(event -> isStep(event, 2, "completed"));
        }
    }

    @Test
    void waiting_jobs_are_told_their_places_in_line_and_each_change_of_them(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready()) {
            insertPendingJob(clearover, "wait-c", "clearover@other#1", 20);
            insertPendingJob(clearover, "wait-a", "clearover@other#1", 10);
            insertPendingJob(clearover, "wait-b", "clearover@other#1", 10);
            insertPendingJob(clearover, "wait-d", "clearover@third#1", 30);
            insertPendingJob(clearover, "wait-e", "system", 5);

            for (String job : WAITING) {
                Integer position = position(clearover.status(job, "viewer"));
                listening.hears(
                        job + " at " + position,
                        event -> isAbout(event, job) && Objects.equals(position(event.data()), position));
            }
            assertThat(WAITING)
                    .extracting(job -> position(lastOf(listening, job)))
                    .containsExactly(1, 2, 3, 1, null);
            clearover.sql("UPDATE job_tracking SET status = 'running' WHERE id = 'wait-a'");

            listening.hears(
                    "the next moves up",
                    event -> isAbout(event, "wait-b") && Objects.equals(position(event.data()), 1));
            listening.hears(
                    "so does who waits behind it",
                    event -> isAbout(event, "wait-c") && Objects.equals(position(event.data()), 2));
            listening.hears(
                    "who runs waits no longer",
                    event -> isAbout(event, "wait-a") && event.said().equals("job running"));
            assertThat(position(lastOf(listening, "wait-a"))).isNull();
        } finally {
            clearover.sql("DELETE FROM job_tracking WHERE id LIKE 'wait-%'");
        }
    }

    @Test
    void a_job_that_somebody_asked_to_stop_is_told_to_be(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready()) {
            insertRunningJob(clearover, "unwanted");
            JsonObject running = listening
                    .hears("it runs", event -> isAbout(event, "unwanted"))
                    .data();

            clearover.sql("UPDATE job_tracking SET canceled_at = UTC_TIMESTAMP(6) WHERE id = 'unwanted'");

            assertThat(running.getBoolean("cancel_requested")).isFalse();
            listening.hears(
                    "it is being cancelled",
                    event -> isAbout(event, "unwanted")
                            && event.said().equals("job running")
                            && event.data().getBoolean("cancel_requested"));
        }
    }

    @Test
    void a_replication_is_told_in_neutral_words(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready()) {
            clearover.sql(
                    """
                    INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,
                           v_center_host, datacenter, replication_type, status, progress_percent, current_operation,
                           created_at, updated_at, started_at)
                    VALUES ('sync-1', '%s', '', 'web01', '', '', '', 'incremental', 'replicating', 40, 'Transfer',
                            UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))"""
                            .formatted(WEB01));
            JsonObject running = listening
                    .hears("it runs", event -> isAbout(event, "sync-1"))
                    .data();
            clearover.sql("UPDATE replication_jobs SET status = 'failed', error_message = 'nbd://10.0.0.1 refused',"
                    + " updated_at = UTC_TIMESTAMP(3) WHERE id = 'sync-1'");
            JsonObject failed = listening.hearsEndOf("sync-1").data();

            assertThat(running.getString("display_name")).isEqualTo("Incremental Replication");
            assertThat(running.getString("current_step_friendly")).isEqualTo("Transferring Data");
            assertThat(running.getJsonNumber("progress").doubleValue()).isEqualTo(40);
            assertThat(failed.getString("error_message_user")).isNotBlank().doesNotContain("nbd", "10.0.0.1");
        }
    }

    @Test
    void who_resumes_is_told_what_was_missed_and_nothing_twice(Clearover clearover) {
        try (Listening other = clearover.as("viewer").listen(ALL).ready()) {
            insertRunningJob(clearover, "before");
            String last =
                    other.hears("before", event -> isAbout(event, "before")).id();
            insertRunningJob(clearover, "missed");
            other.hears("missed", event -> isAbout(event, "missed"));

            try (Listening resumed = clearover.as("viewer").listen(ALL, last).ready()) {
                assertThat(resumed.about("before")).isEmpty();
                assertThat(resumed.about("missed")).extracting(Event::said).containsExactly("job running");
            }
        }
    }

    @Test
    void an_id_from_before_a_restart_gets_what_runs_and_what_ended_since(Clearover clearover) {
        insertRunningJob(clearover, "running");
        insertRunningJob(clearover, "ended");
        clearover.sql("UPDATE job_tracking SET status = 'completed', completed_at = NOW() - INTERVAL 2 HOUR"
                + " WHERE id = 'ended'");
        insertRunningJob(clearover, "long-ended");
        clearover.sql("UPDATE job_tracking SET status = 'completed', completed_at = NOW() - INTERVAL 5 HOUR"
                + " WHERE id = 'long-ended'");
        String id = "%d-17-0a1b2c3d"
                .formatted(System.currentTimeMillis() - Duration.ofHours(3).toMillis());

        try (Listening resumed = clearover.as("viewer").listen(ALL, id).ready()) {
            assertThat(resumed.about("running")).extracting(Event::said).containsExactly("job running");
            assertThat(resumed.about("ended")).extracting(Event::said).containsExactly("job completed");
            assertThat(resumed.about("long-ended")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "99999999999999999999-1-00000000", "-1", "1-2-3", "999999999999999-1-00000000"})
    void an_id_that_is_none_of_ours_is_no_error(String id, Clearover clearover) {
        insertRunningJob(clearover, "running");

        try (Listening listening = clearover.as("viewer").listen(ALL, id).ready()) {
            assertThat(listening.about("running")).isNotEmpty();
        }
    }

    @Test
    void only_admins_are_told_raw_names_and_nobody_raw_errors(Clearover clearover) {
        try (Listening viewer = clearover.as("viewer").listen(ALL).ready();
                Listening admin = clearover.as("admin").listen(ALL).ready()) {
            String job = clearover.startTestFailover("pgtest1");
            Event end = viewer.hearsEndOf(job);
            admin.hearsEndOf(job);

            assertThat(end.data().getString("error_message_user"))
                    .isEqualTo("Driver injection failed - compatibility tool error");
            assertThat(viewer.about(job).toString())
                    .doesNotContainIgnoringCase("virtio")
                    .doesNotContainIgnoringCase("virt-v2v")
                    .doesNotContain("/dev/", "exit status");
            assertThat(admin.about(job).toString())
                    .contains("virtio-driver-injection")
                    .doesNotContain("exit status");
        }
    }

    @Test
    void the_guard_looks_at_events_too(Clearover clearover) {
        try (Listening viewer = clearover.as("viewer").listen(ALL).ready()) {
            clearover.sql("INSERT INTO job_tracking (id, context_id, job_type, operation, status) VALUES"
                    + " ('odd', '%s', 'failover', 'unified-test-failover', 'running')".formatted(WEB01));
            clearover.sql("INSERT INTO job_steps (job_id, name, seq, status) VALUES"
                    + " ('odd', 'attach /dev/vdc at kvm03.example.com:8443', 1, 'running')");

            viewer.hears("the step", event -> isStep(event, 1, "running"));

            assertThat(viewer.about("odd").toString()).doesNotContain("/dev/vdc", "kvm03");
        }
    }

    private static JsonObject lastOf(Listening listening, String job) {
        List<Event> told = listening.about(job);
        return told.get(told.size() - 1).data();
    }

    private static List<Double> progress(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("job"))
                .map(event -> event.data().getJsonNumber("progress").doubleValue())
                .toList();
    }
}
