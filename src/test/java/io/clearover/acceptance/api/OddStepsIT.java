package io.clearover.acceptance.api;

import static io.clearover.acceptance.api.OddRows.job;
import static io.clearover.acceptance.api.OddRows.listed;
import static io.clearover.acceptance.api.OddRows.progress;
import static io.clearover.acceptance.api.OddRows.status;
import static io.clearover.acceptance.api.OddRows.step;
import static io.clearover.acceptance.api.OddRows.steps;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps that other programs wrote, and what they say of their jobs: shown as what can be known, never an error. */
@WithClearover
class OddStepsIT {

    @Test
    void steps_with_zero_dates_are_shown_without_times(Clearover clearover) {
        job(clearover, "odd", "status = 'completed'");
        step(clearover, "odd", 1, "validation", "started_at = '0000-00-00 00:00:00', completed_at = NULL");
        step(clearover, "odd", 7, "vm-creation", "started_at = NULL, completed_at = '0000-00-00 00:00:00'");

        List<JsonObject> steps = steps(status(clearover, "odd"));

        assertThat(steps).extracting(step -> step.get("completed_at")).containsOnly(JsonValue.NULL);
        assertThat(steps.get(0).get("started_at")).isEqualTo(JsonValue.NULL);
        assertThat(steps)
                .extracting(step -> step.getString("display_name"))
                .containsExactly("Pre-flight Validation", "Creating Destination VM");
    }

    @Test
    void a_rollback_that_was_recorded_as_completed_with_a_failed_step_failed(Clearover clearover) {
        job(clearover, "odd", "job_type = 'cleanup', operation = 'enhanced-test-failover-rollback'");
        step(clearover, "odd", 1, "failover-job-retrieval", "status = 'completed'");
        step(
                clearover,
                "odd",
                2,
                "test-vm-shutdown",
                "status = 'failed', error_message = 'failed to shutdown: CloudStack API error 530'");

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("job_type")).isEqualTo("rollback");
        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("failed_step")).isNotBlank();
        assertThat(job.getString("error_message")).isNotBlank();
        assertThat(progress(job)).isEqualTo(50);
        assertThat(status(clearover, "odd").getString("status")).isEqualTo("failed");
    }

    @Test
    void a_failover_that_was_completed_although_a_step_failed_carries_a_warning(Clearover clearover) {
        job(clearover, "odd", "operation = 'unified-live-failover'");
        step(
                clearover,
                "odd",
                1,
                "virtio-driver-injection",
                "status = 'failed', error_message = 'failed to inject VirtIO drivers: exit status 1'");
        step(clearover, "odd", 2, "vm-creation", "status = 'completed'");

        JsonObject job = status(clearover, "odd");

        JsonObject failed = steps(job).get(0);
        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(job.getString("warning")).isEqualTo(failed.getString("error_message"));
        assertThat(job.get("error_message_user")).isEqualTo(JsonValue.NULL);
        assertThat(listed(clearover, "odd").getString("status")).isEqualTo("completed");
        assertThat(listed(clearover, "odd").get("warning")).isEqualTo(job.get("warning"));
    }

    @Test
    void a_completed_job_whose_steps_all_went_well_carries_no_warning(Clearover clearover) {
        job(clearover, "odd", "status = 'completed'");
        step(clearover, "odd", 1, "validation", "status = 'completed'");

        assertThat(status(clearover, "odd").get("warning")).isEqualTo(JsonValue.NULL);
        assertThat(listed(clearover, "odd").get("warning")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void a_running_job_whose_last_step_failed_failed(Clearover clearover) {
        job(clearover, "odd", "status = 'running', completed_at = NULL");
        step(clearover, "odd", 1, "vm-creation", "status = 'failed', error_message = 'insufficient capacity'");

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("error_category")).isEqualTo("platform");
    }

    @Test
    void steps_of_all_vocabularies_have_names_for_people(Clearover clearover) {
        List<String> names = List.of(
                "pre-flight-validation",
                "cloudstack-volume-snapshot-creation",
                "linstor-snapshot-creation",
                "virtio-injection",
                "volume-mode-switch-oma",
                "legacy-cloudstack-snapshot-rollback",
                "ossea-client-initialization",
                "destination-vm-creation",
                "vm-startup");
        job(clearover, "odd", "status = 'completed'");
        for (int i = 0; i < names.size(); i++) {
            step(clearover, "odd", i + 1, names.get(i), "status = 'completed'");
        }

        JsonObject status = status(clearover, "odd");

        assertThat(steps(status)).hasSize(names.size());
        assertThat(steps(status))
                .extracting(step -> step.getString("display_name"))
                .doesNotContain("Additional Step");
        assertThat(status.toString().toLowerCase())
                .doesNotContain("cloudstack", "linstor", "virtio", "ossea", "-oma", "mode-switch");
    }

    @Test
    void a_step_that_is_not_known_has_a_neutral_name_and_its_own_for_admins(Clearover clearover) {
        job(clearover, "odd", "status = 'completed'");
        step(clearover, "odd", 1, "sna-frobnication <b>", "status = 'completed'");

        assertThat(status(clearover, "odd").toString()).doesNotContain("frobnication");
        assertThat(steps(clearover.status("odd", "admin")).get(0).getString("name"))
                .isEqualTo("sna-frobnication <b>");
    }

    @Test
    void a_failure_without_any_text_gets_its_steps_own_explanation(Clearover clearover) {
        job(clearover, "odd", "status = 'failed'");
        step(clearover, "odd", 1, "vm-creation", "status = 'failed'");

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("error_message")).isNotBlank();
        assertThat(job.getString("failed_step")).isEqualTo("Creating Destination VM");
        assertThat(job.getJsonArray("actionable_steps").getValuesAs(JsonString::getString))
                .isNotEmpty();
    }

    @Test
    void a_failure_outside_any_step_is_explained_too(Clearover clearover) {
        job(clearover, "odd", "status = 'failed', error_message = 'panic: runtime error: index out of range'");

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("error_message")).isNotBlank().doesNotContain("panic");
        assertThat(job.get("failed_step")).isEqualTo(JsonValue.NULL);
        assertThat(job.getJsonArray("actionable_steps")).isNotEmpty();
    }

    @Test
    void an_error_text_on_a_completed_job_is_not_a_failure(Clearover clearover) {
        job(clearover, "odd", "error_message = 'virt-v2v: warning'");

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.get("error_message")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void a_step_without_a_status_is_no_error(Clearover clearover) {
        job(clearover, "odd", "status = 'completed'");
        step(clearover, "odd", 1, "validation", "status = ''");

        assertThat(steps(status(clearover, "odd"))).hasSize(1);
        assertThat(listed(clearover, "odd").getString("status")).isEqualTo("completed");
    }

    @Test
    void steps_stand_by_their_number_whatever_gaps_it_has_and_whatever_their_times_say(Clearover clearover) {
        job(clearover, "odd", "status = 'completed'");
        step(clearover, "odd", 40, "vm-creation", "started_at = UTC_TIMESTAMP(6) - INTERVAL 2 HOUR");
        step(clearover, "odd", 7, "validation", "started_at = UTC_TIMESTAMP(6)");
        step(clearover, "odd", 12, "volume-attachment", "started_at = UTC_TIMESTAMP(6) + INTERVAL 2 HOUR");

        assertThat(steps(clearover.status("odd", "admin")))
                .extracting(step -> step.getString("name"))
                .containsExactly("validation", "volume-attachment", "vm-creation");
    }

    @Test
    void a_step_that_is_recorded_twice_one_inside_the_other_is_shown_once(Clearover clearover) {
        job(clearover, "odd", "status = 'failed'");
        step(clearover, "odd", 1, "virtio-driver-injection", "completed_at = UTC_TIMESTAMP(6) + INTERVAL 9 SECOND");
        step(clearover, "odd", 2, "virtio-driver-injection", "started_at = UTC_TIMESTAMP(6) + INTERVAL 1 SECOND");

        assertThat(steps(status(clearover, "odd"))).hasSize(1);
        assertThat(listed(clearover, "odd").getInt("steps_total")).isEqualTo(1);
    }

    @Test
    void a_running_job_that_has_done_its_last_step_is_completed(Clearover clearover) {
        job(clearover, "odd", "status = 'running', completed_at = NULL");
        step(clearover, "odd", 1, "vm-startup-and-validation", "status = 'completed'");
        step(clearover, "odd", 2, "status-update", "status = 'completed'");

        assertThat(status(clearover, "odd").getString("status")).isEqualTo("completed");
        assertThat(listed(clearover, "odd").getString("status")).isEqualTo("completed");
    }
}
