package io.clearover.acceptance.feed;

import static io.clearover.acceptance.feed.FeedJobs.insertPendingJob;
import static io.clearover.acceptance.feed.FeedJobs.insertRunningJob;
import static io.clearover.acceptance.feed.FeedJobs.isAbout;
import static io.clearover.acceptance.feed.FeedJobs.numbersOfSteps;
import static io.clearover.acceptance.feed.FeedJobs.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.Listening.Event;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The stream of one job: it begins with how the job is, and ends after its end. */
@WithClearover
class JobStreamIT {

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
}
