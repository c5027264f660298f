package io.clearover.acceptance.api;

import static io.clearover.acceptance.api.OddRows.job;
import static io.clearover.acceptance.api.OddRows.listed;
import static io.clearover.acceptance.api.OddRows.progress;
import static io.clearover.acceptance.api.OddRows.status;
import static io.clearover.acceptance.api.OddRows.step;
import static io.clearover.acceptance.api.OddRows.steps;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newer version of the appliance may have statuses that nobody knows here: no job runs or has ended by such a word. */
@WithClearover
class UnknownStatusIT {

    private static final String JOBS =
            "ALTER TABLE job_tracking MODIFY status ENUM('pending', 'running', 'completed', 'failed', 'cancelled'%s)";
    private static final String STEPS =
            "ALTER TABLE job_steps MODIFY status ENUM('running', 'completed', 'failed', 'skipped'%s)"
                    + " NOT NULL DEFAULT 'running'";
    private static final String PAUSED = "status = 'paused', completed_at = NULL";

    @BeforeEach
    void the_appliance_gets_another_word(Clearover clearover) {
        clearover.sql(JOBS.formatted(", 'paused'"), STEPS.formatted(", 'paused'"));
    }

    @AfterEach
    void the_word_goes_again(Clearover clearover) {
        clearover.sql(
                "DELETE FROM job_steps WHERE status = 'paused'",
                "DELETE FROM job_tracking WHERE status = 'paused'",
                JOBS.formatted(""),
                STEPS.formatted(""));
    }

    @Test
    void a_job_whose_status_is_not_known_is_shown_so_and_neither_runs_nor_has_ended(Clearover clearover) {
        job(clearover, "odd", PAUSED);
        step(clearover, "odd", 1, "validation", "status = 'completed'");
        step(clearover, "odd", 2, "vm-creation", "status = 'running'");

        JsonObject status = status(clearover, "odd");

        assertThat(status.getString("status")).isEqualTo("unknown");
        assertThat(progress(status)).isEqualTo(50);
        assertThat(status.get("current_step")).isEqualTo(JsonValue.NULL);
        assertThat(status.get("duration_seconds")).isEqualTo(JsonValue.NULL);
        assertThat(status.get("error_message_user")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void the_list_of_recent_jobs_has_it_among_the_others(Clearover clearover) {
        job(clearover, "odd", PAUSED);

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("status")).isEqualTo("unknown");
        assertThat(job.get("duration_seconds")).isEqualTo(JsonValue.NULL);
        assertThat(clearover.recentJobs("web01").getJsonArray("jobs")).hasSizeGreaterThan(1);
    }

    @Test
    void long_silence_makes_no_failure_of_it(Clearover clearover) {
        job(clearover, "odd", PAUSED + ", updated_at = UTC_TIMESTAMP() - INTERVAL 3 DAY");

        assertThat(status(clearover, "odd").getString("status")).isEqualTo("unknown");
    }

    @Test
    void a_step_whose_status_is_not_known_does_not_count_as_finished(Clearover clearover) {
        job(clearover, "odd", "status = 'running', completed_at = NULL");
        step(clearover, "odd", 1, "validation", "status = 'completed'");
        step(clearover, "odd", 2, "vm-creation", "status = 'paused'");

        JsonObject status = status(clearover, "odd");

        assertThat(steps(status)).extracting(step -> step.getString("status")).containsExactly("completed", "unknown");
        assertThat(progress(status)).isEqualTo(50);
        assertThat(listed(clearover, "odd").getInt("steps_completed")).isEqualTo(1);
    }

    @Test
    void the_stream_of_such_a_job_goes_on_until_its_end_is_known(Clearover clearover) {
        job(clearover, "odd", PAUSED);

        try (Listening listening = clearover.as("viewer").listen("/api/v1/jobs/odd/events")) {
            listening.hears("its state", event -> event.said().equals("job unknown"));
            clearover.sql(
                    "UPDATE job_tracking SET status = 'completed', completed_at = UTC_TIMESTAMP() WHERE id = 'odd'");

            assertThat(listening.hearsEndOf("odd").said()).isEqualTo("job completed");
        }
    }
}
