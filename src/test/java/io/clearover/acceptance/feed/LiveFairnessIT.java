package io.clearover.acceptance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.quickstart.TestRun;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One user doesn't take all places of the live feed, on a server that gives each user three of eight. */
class LiveFairnessIT {

    private static final String ALL = "/api/v1/events";

    private static Clearover clearover;

    @BeforeAll
    static void start() {
        clearover = new Clearover(
                TestRun.folder("fairness"),
                0.05,
                Map.of(
                        "CLEAROVER_LIVE_MAX_LISTENERS", "8",
                        "CLEAROVER_LIVE_MAX_LISTENERS_PER_USER", "3",
                        "CLEAROVER_LIVE_POLL_INTERVAL", "PT0.1S",
                        "CLEAROVER_LIVE_HEARTBEAT_INTERVAL", "PT0.2S"));
    }

    @AfterAll
    static void stop() {
        clearover.close();
    }

    @BeforeEach
    void reset() {
        clearover.reset();
    }

    @Test
    void who_listens_often_enough_is_refused_and_told_what_to_do() {
        try (Listening one = opened("viewer");
                Listening two = opened("viewer");
                Listening three = opened("viewer");
                Listening tooMany = clearover.as("viewer").listen(ALL)) {
            JsonObject problem = ProblemDocument.of(tooMany.answer(), 429);

            assertThat(problem.getString("type")).isEqualTo("/problems/too-many-listeners-of-one-user");
            assertThat(problem.getString("detail")).contains("3", "Close");
            assertThat(Stream.of(one, two, three)).noneMatch(Listening::hasEnded);
        }
    }

    @Test
    void another_user_is_let_in() {
        try (Listening one = opened("viewer");
                Listening two = opened("viewer");
                Listening three = opened("viewer");
                Listening operator = opened("operator")) {
            assertThat(Stream.of(one, two, three, operator).map(Listening::ready))
                    .noneMatch(Listening::hasEnded);
        }
    }

    @Test
    void the_streams_of_single_jobs_count_too_until_they_end() {
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, updated_at)
                VALUES ('foreign', '%s', 'failover', 'unified-test-failover', 'running', UTC_TIMESTAMP())"""
                        .formatted(clearover.contextId("web01")));
        try (Listening one = opened("viewer");
                Listening two = opened("viewer");
                Listening job = opened("viewer", "/api/v1/jobs/foreign/events")) {
            try (Listening tooMany = clearover.as("viewer").listen("/api/v1/jobs/foreign/events")) {
                ProblemDocument.of(tooMany.answer(), 429);
            }

            clearover.sql(
                    "UPDATE job_tracking SET status = 'completed', completed_at = UTC_TIMESTAMP() WHERE id = 'foreign'");
            await("its stream has ended").until(job::hasEnded);

            opened("viewer").close();
            assertThat(Stream.of(one, two)).noneMatch(Listening::hasEnded);
        }
    }

    @Test
    void who_vanished_does_not_count_however_often() {
        for (int i = 0; i < 4; i++) {
            List<Listening> all =
                    Stream.generate(() -> opened("viewer")).limit(3).toList();

            all.forEach(Listening::close);
        }

        opened("viewer").close();
    }

    private static Listening opened(String user) {
        return opened(user, ALL);
    }

    /** Waits for room, since the server notices only when it sends something that a client has gone. */
    private static Listening opened(String user, String path) {
        return await("room for " + user)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> clearover.as(user).listen(path), listening -> {
                    boolean open = listening.answer().status() == 200;
                    if (!open) {
                        listening.close();
                    }
                    return open;
                });
    }
}
