package io.clearover.acceptance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Alone;
import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.Listening.Event;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live feed: who listens is told what changes, whoever changed it, once, in order, and in words meant for them. */
@Alone
@WithClearover
class LiveFeedIT {

    private static final String ALL = "/api/v1/events";
    private static final String WEB01 = "ctx-web01-20250901-090000";
    private static final int LISTENERS = 500;
    private static final List<String> WAITING = List.of("wait-a", "wait-b", "wait-c", "wait-d", "wait-e");

    /** As the tests' server is configured. */
    private static final Duration INTERVAL = Duration.ofMillis(100);

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
    void the_stream_of_a_waiting_job_begins_with_its_place_in_line(Clearover clearover) {
        insertPendingJob(clearover, "wait-a", "clearover@other#1", 10);
        insertPendingJob(clearover, "wait-b", "clearover@other#1", 20);
        try (Listening listening = clearover.as("viewer").listen("/api/v1/jobs/wait-b/events")) {
            JsonObject first = listening
                    .hears("its state", event -> isAbout(event, "wait-b"))
                    .data();

            assertThat(position(first)).isEqualTo(2);
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
    void the_stream_of_a_job_begins_with_its_state_and_ends_after_it(Clearover clearover) {
        String job = clearover.startTestFailover("web01");

        try (Listening listening = clearover.as("viewer").listen("/api/v1/jobs/%s/events".formatted(job))) {
            Event end = listening.hearsEndOf(job);

            await().atMost(Duration.ofSeconds(10)).until(listening::hasEnded);
            assertThat(listening.events()).last().isEqualTo(end);
            assertThat(listening.events()).isEqualTo(listening.about(job));
            assertThat(numbersOfSteps(listening.events())).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    @Test
    void the_stream_of_an_ended_job_tells_it_and_ends(Clearover clearover) {
        String job = clearover.startTestFailover("app01");
        JsonObject status = clearover.ended(job);

        try (Listening listening = clearover
                .as("viewer")
                .listen("/api/v1/jobs/%s/events".formatted(status.getString("external_job_id")))) {
            await().atMost(Duration.ofSeconds(10)).until(listening::hasEnded);

            assertThat(listening.events()).last().satisfies(end -> {
                assertThat(end.said()).isEqualTo("job failed");
                assertThat(end.data().getString("error_message_user"))
                        .isEqualTo(status.getString("error_message_user"));
                assertThat(end.data().getString("failed_step_friendly"))
                        .isEqualTo(status.getString("failed_step_friendly"));
            });
        }
    }

    @Test
    void the_stream_of_a_job_that_another_program_deletes_ends(Clearover clearover) {
        insertRunningJob(clearover, "doomed");

        try (Listening listening = clearover.as("viewer").listen("/api/v1/jobs/doomed/events")) {
            listening.hears("its state", event -> isAbout(event, "doomed"));
            clearover.sql("DELETE FROM job_tracking WHERE id = 'doomed'");

            await().atMost(Duration.ofSeconds(10)).until(listening::hasEnded);
        }
    }

    @Test
    void an_unknown_job_has_no_stream(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen("/api/v1/jobs/nothing/events")) {
            ProblemDocument.of(listening.answer(), 404);
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

    @Test
    void listeners_get_signs_of_life(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready()) {
            awaitSignsOfLife(listening);

            assertThat(listening.answer().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        }
    }

    @Test
    void listeners_get_signs_of_life_while_the_database_does_not_answer(Clearover clearover) throws SQLException {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready();
                Connection connection = clearover.installation().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES job_tracking WRITE");

            awaitSignsOfLife(listening);

            statement.execute("UNLOCK TABLES");
        }
    }

    /** Three more than by now: one may be on its way. */
    private static void awaitSignsOfLife(Listening listening) {
        long before = signsOfLife(listening);
        await().atMost(Duration.ofSeconds(8)).until(() -> signsOfLife(listening) >= before + 3);
    }

    private static long signsOfLife(Listening listening) {
        return listening.comments().stream().filter("alive"::equals).count();
    }

    @Test
    void five_hundred_listeners_cost_one_statement_per_interval(Clearover clearover) throws SQLException {
        List<Listening> all = IntStream.range(0, LISTENERS)
                .mapToObj(i -> clearover.as("viewer").listen(ALL))
                .toList();
        try (Connection connection = clearover.installation().dataSource().getConnection()) {
            all.forEach(Listening::ready);
            long begun = System.nanoTime();
            long before = selects(connection);

            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            long statements = selects(connection) - before;
            long intervals = (System.nanoTime() - begun) / INTERVAL.toNanos();
            insertRunningJob(clearover, "for-all");
            all.forEach(listening -> listening.hears("the job", event -> isAbout(event, "for-all")));

            System.out.printf("%d listeners: %d statements in %d intervals%n", LISTENERS, statements, intervals);
            // the rest are the server's own signs of life, a few a second
            assertThat(statements).isBetween(intervals / 3, intervals + 15);
            assertThat(all).allMatch(listening -> listening.about("for-all").size() == 1);
            tooManyAreRefused(clearover);
        } finally {
            all.forEach(Listening::close);
        }
    }

    private static void tooManyAreRefused(Clearover clearover) {
        List<Listening> more = IntStream.rangeClosed(0, Clearover.MOST_LISTENERS - LISTENERS)
                .mapToObj(i -> clearover.as("viewer").listen(ALL))
                .toList();
        try {
            Stream<Api.Answer> refused = more.stream().map(Listening::answer).filter(answer -> answer.status() != 200);
            assertThat(refused).isNotEmpty().allSatisfy(answer -> ProblemDocument.of(answer, 503));
        } finally {
            more.forEach(Listening::close);
        }
    }

    @Test
    void nobody_asks_the_database_while_nobody_listens(Clearover clearover) throws SQLException {
        clearover.as("viewer").listen(ALL).ready().close();

        try (Connection connection = clearover.installation().dataSource().getConnection()) {
            await("all have gone")
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(INTERVAL.multipliedBy(10))
                    .until(() -> selects(connection), new Quiet());
        }
    }

    /** Whether there were but the server's own signs of life since the last look, and none of the feed's ten. */
    private static final class Quiet implements Predicate<Long> {

        private static final int SIGNS_OF_LIFE = 8;

        private long last = Long.MIN_VALUE / 2;

        @Override
        public boolean test(Long now) {
            boolean quiet = now - last < SIGNS_OF_LIFE;
            last = now;
            return quiet;
        }
    }

    private static long selects(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
            rows.next();
            return rows.getLong(2);
        }
    }

    private static void insertRunningJob(Clearover clearover, String id) {
        clearover.sql(("INSERT INTO job_tracking (id, context_id, job_type, operation, status) VALUES"
                        + " ('%s', '%s', 'failover', 'unified-test-failover', 'running')")
                .formatted(id, WEB01));
    }

    /** Pending on a server that is taken for alive. */
    private static void insertPendingJob(Clearover clearover, String id, String owner, int second) {
        clearover.sql(
                """
                INSERT INTO job_tracking
                  (id, context_id, job_type, operation, status, owner, started_at, updated_at)
                VALUES ('%s', '%s', 'failover', 'unified-test-failover', 'pending', '%s',
                  UTC_TIMESTAMP() - INTERVAL 1 MINUTE + INTERVAL %d SECOND, CURRENT_TIMESTAMP + INTERVAL 1 HOUR)"""
                        .formatted(id, WEB01, owner, second));
    }

    private static Integer position(JsonObject job) {
        return job.isNull("queue_position") ? null : job.getInt("queue_position");
    }

    private static JsonObject lastOf(Listening listening, String job) {
        List<Event> told = listening.about(job);
        return told.get(told.size() - 1).data();
    }

    private static void insertStep(Clearover clearover, String job, int number, String status) {
        clearover.sql("INSERT INTO job_steps (job_id, name, seq, status) VALUES ('%s', 'step-%d', %d, '%s')"
                .formatted(job, number, number, status));
    }

    private static boolean isAbout(Event event, String job) {
        return job.equals(event.data().getString("job_id", null));
    }

    private static boolean isStep(Event event, int number, String status) {
        return event.name().equals("step")
                && event.data().getInt("number") == number
                && event.data().getString("status").equals(status);
    }

    private static List<Integer> numbersOfSteps(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("step"))
                .map(event -> event.data().getInt("number"))
                .toList();
    }

    private static List<Double> progress(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("job"))
                .map(event -> event.data().getJsonNumber("progress").doubleValue())
                .toList();
    }
}
