package io.clearover.acceptance.api;

import static io.clearover.acceptance.api.OddRows.listed;
import static io.clearover.acceptance.api.OddRows.progress;
import static io.clearover.acceptance.api.OddRows.replication;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replications that other programs wrote, and that lie: shown as what can be known, never an error. */
@WithClearover
class OddReplicationsIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "completed_at = NULL",
                "completed_at = started_at - INTERVAL 1 HOUR",
                "completed_at = UTC_TIMESTAMP() + INTERVAL 13 HOUR",
                "completed_at = '0000-00-00 00:00:00'",
            })
    void a_replication_whose_times_cannot_be_true_has_no_duration(String columns, Clearover clearover) {
        replication(clearover, "odd", columns);

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.get("duration_seconds")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "Frobnicating, running",
        "initializing, running",
        "'', pending",
        "pending, pending",
        "FAILED_VMA_TIMEOUT, failed",
        "Error, failed",
        "cancelled, cancelled",
        "Succeeded, completed",
    })
    void a_replications_free_text_status_is_shown_neutrally(String status, String shown, Clearover clearover) {
        replication(clearover, "odd", "status = '%s', completed_at = NULL".formatted(status));

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("status")).isEqualTo(shown);
        assertThat(job.toString()).doesNotContain("Frobnicating", "VMA");
    }

    @ParameterizedTest
    @CsvSource({
        "running, -5, 0",
        "running, 1e300, 100",
        "running, 130, 100",
        "running, NULL, 0",
        "failed, 41.55, 41.6",
        "completed, 97, 100",
        "running, 100, 100",
    })
    void a_replications_progress_is_between_0_and_100(
            String status, String percent, double shown, Clearover clearover) {
        replication(
                clearover,
                "odd",
                "status = '%s', progress_percent = %s, completed_at = NULL".formatted(status, percent));

        JsonObject job = listed(clearover, "odd");

        assertThat(progress(job)).isEqualTo(shown);
        assertThat(job.getString("status")).isEqualTo(status);
    }

    @Test
    void a_running_replication_that_nobody_has_reported_on_for_long_is_stalled(Clearover clearover) {
        replication(
                clearover,
                "odd",
                "status = 'replicating', completed_at = NULL, progress_percent = 41, current_operation = 'Transfer',"
                        + " updated_at = UTC_TIMESTAMP(3) - INTERVAL 13 HOUR");

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("status")).isEqualTo("stalled");
        assertThat(progress(job)).isEqualTo(41);
        assertThat(job.get("current_step")).isEqualTo(JsonValue.NULL);
        assertThat(job.get("error_message")).isEqualTo(JsonValue.NULL);
        assertThat(job.getString("warning")).contains("has not reported on it for a long time");
    }

    @Test
    void a_running_replication_that_is_reported_on_runs_however_long_ago_it_began(Clearover clearover) {
        replication(
                clearover,
                "odd",
                "status = 'replicating', completed_at = NULL, started_at = UTC_TIMESTAMP(3) - INTERVAL 3 DAY,"
                        + " updated_at = UTC_TIMESTAMP(3)");

        assertThat(listed(clearover, "odd").getString("status")).isEqualTo("running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attaching /dev/vdb via nbd://10.0.0.1:10809", "Frobnicate", ""})
    void a_replications_raw_operation_is_not_shown(String operation, Clearover clearover) {
        replication(
                clearover,
                "odd",
                "status = 'replicating', completed_at = NULL, current_operation = '%s'".formatted(operation));

        assertThat(listed(clearover, "odd").get("current_step")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void a_replications_known_stage_is_shown_in_words_for_people(Clearover clearover) {
        replication(
                clearover,
                "odd",
                "status = 'replicating', completed_at = NULL, current_operation = 'PersistChangeIDs'");

        assertThat(listed(clearover, "odd").getString("current_step"))
                .doesNotContain("PersistChangeIDs")
                .isNotBlank();
    }
}
