package io.clearover.acceptance.api;

import static io.clearover.acceptance.api.OddRows.job;
import static io.clearover.acceptance.api.OddRows.listed;
import static io.clearover.acceptance.api.OddRows.progress;
import static io.clearover.acceptance.api.OddRows.replication;
import static io.clearover.acceptance.api.OddRows.status;
import static io.clearover.acceptance.api.OddRows.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that other programs wrote, and that lie: shown as what can be known, never an error. */
@WithClearover
class OddJobsIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "started_at = NULL, completed_at = NULL",
                "completed_at = NULL",
                "completed_at = started_at - INTERVAL 1 HOUR",
                "completed_at = UTC_TIMESTAMP() + INTERVAL 13 HOUR",
                "started_at = '0000-00-00 00:00:00'",
                "completed_at = '0000-00-00 00:00:00'",
                "started_at = '0000-00-00 00:00:00', completed_at = '0000-00-00 00:00:00'",
            })
    void a_job_whose_times_cannot_be_true_has_no_duration(String columns, Clearover clearover) {
        job(clearover, "odd", columns);

        JsonObject status = status(clearover, "odd");

        assertThat(status.getString("status")).isEqualTo("completed");
        assertThat(status.get("duration_seconds")).isEqualTo(JsonValue.NULL);
        assertThat(clearover.recentJobs("web01").getJsonArray("jobs").getValuesAs(JsonObject.class))
                .filteredOn(job -> job.getString("job_id").equals("odd"))
                .allSatisfy(job -> assertThat(job.get("duration_seconds")).isEqualTo(JsonValue.NULL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{",
                "[1, 2]",
                "42",
                "null",
                "{\"plan\": \"validation\"}",
                "{\"plan\": [1, null, {}]}",
                "{\"vm_name\": 5, \"started_by\": {\"name\": \"x\"}}",
                "{\"perform_final_sync\": \"maybe\", \"plan\": {}}",
            })
    void metadata_of_any_form_is_no_error(String metadata, Clearover clearover) {
        job(clearover, "odd", "metadata = '%s'".formatted(metadata));

        JsonObject status = status(clearover, "odd");

        assertThat(status.getString("status")).isEqualTo("completed");
        assertThat(status.getString("vm_name")).isEqualTo("web01");
        assertThat(listed(clearover, "odd").getString("job_type")).isEqualTo("test_failover");
    }

    @Test
    void a_job_without_a_context_is_known_by_its_metadata(Clearover clearover) {
        job(
                clearover,
                "odd",
                "context_id = NULL, metadata = '{\"context_id\": \"%s\", \"vm_name\": \"web01\"}'".formatted(WEB01));

        JsonObject status = status(clearover, "odd");

        assertThat(status.getString("vm_name")).isEqualTo("web01");
        assertThat(status.getString("context_id")).isEqualTo(WEB01);
    }

    @Test
    void a_job_without_a_context_is_in_the_recent_jobs_of_the_vm_that_its_metadata_names(Clearover clearover) {
        String named = "context_id = NULL, metadata = '{\"context_id\": \"%s\"}'";
        job(clearover, "ours", named.formatted(WEB01));
        job(clearover, "ours-nested", named.formatted(WEB01) + ", parent_job_id = 'ours'");
        job(clearover, "others", named.formatted("ctx-db01-20250901-090000"));
        job(clearover, "nobodys", "context_id = NULL, metadata = 'nonsense'");
        step(clearover, "ours", 1, "validation", "status = 'completed'");

        assertThat(listed(clearover, "ours").getInt("steps_total")).isEqualTo(1);
        assertThat(clearover.recentJobs("web01").getJsonArray("jobs").getValuesAs(JsonObject.class))
                .extracting(job -> job.getString("job_id"))
                .doesNotContain("ours-nested", "others", "nobodys");
    }

    @Test
    void a_job_of_a_context_that_was_deleted_still_has_a_status(Clearover clearover) {
        job(clearover, "odd", "context_id = 'ctx-gone', metadata = '{\"vm_name\": \"gone01\"}'");

        JsonObject status = status(clearover, "odd");

        assertThat(status.getString("vm_name")).isEqualTo("gone01");
        assertThat(status.getString("context_id")).isEqualTo("ctx-gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "failed"})
    void a_percentage_over_100_is_not_believed(String status, Clearover clearover) {
        job(clearover, "odd", "percent_complete = 250, status = '%s'".formatted(status));
        step(clearover, "odd", 1, "validation", "status = 'completed'");
        step(clearover, "odd", 2, "vm-creation", "status = 'running'");

        assertThat(progress(status(clearover, "odd"))).isEqualTo(50);
        assertThat(progress(listed(clearover, "odd"))).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate-everything", "", "'' OR 1=1"})
    void an_operation_that_is_not_known_is_just_an_operation(String operation, Clearover clearover) {
        job(clearover, "odd", "job_type = NULL, operation = '%s'".formatted(operation));

        JsonObject job = listed(clearover, "odd");

        assertThat(job.getString("display_name")).isEqualTo("Operation");
        assertThat(job.getString("job_type")).isEqualTo("operation");
        assertThat(status(clearover, "odd").toString()).doesNotContain("frobnicate");
    }

    @Test
    void of_two_jobs_with_one_external_id_the_newest_is_found_and_both_are_listed(Clearover clearover) {
        job(clearover, "older", "external_job_id = 'same', started_at = UTC_TIMESTAMP() - INTERVAL 9 MINUTE");
        job(clearover, "newer", "external_job_id = 'same'");

        assertThat(status(clearover, "same").getString("job_id")).isEqualTo("newer");
        assertThat(listed(clearover, "older").getString("external_job_id")).isEqualTo("same");
        assertThat(listed(clearover, "newer").getString("external_job_id")).isEqualTo("same");
    }

    @Test
    void an_external_id_that_jobs_of_several_vms_share_shows_none_of_them_but_which_vms_they_are_of(
            Clearover clearover) {
        job(clearover, "one", "external_job_id = 'shared'");
        job(clearover, "other", "external_job_id = 'shared', context_id = '%s'".formatted(clearover.contextId("db01")));

        JsonObject problem = ProblemDocument.of(clearover.as("viewer").get("/api/v1/failover/shared/status"), 409);

        assertThat(problem.getString("type")).isEqualTo("/problems/ambiguous-job-id");
        assertThat(problem.getJsonArray("choices").getValuesAs(JsonObject.class))
                .extracting(vm -> vm.getString("vm_name"))
                .containsExactlyInAnyOrder("web01", "db01");
        assertThat(status(clearover, "one").getString("vm_name")).isEqualTo("web01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status = ''", "status = NULL"})
    void a_job_without_a_status_is_pending(String columns, Clearover clearover) {
        job(clearover, "odd", columns + ", completed_at = NULL");

        assertThat(status(clearover, "odd").getString("status")).isEqualTo("pending");
        assertThat(listed(clearover, "odd").getString("status")).isEqualTo("pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"context_id\": \"ctx-gone\"}", "{\"context_id\": 7}", "[]"})
    void a_job_that_names_no_vm_has_a_status_and_is_in_the_list_of_none(String metadata, Clearover clearover) {
        job(clearover, "odd", "context_id = NULL, metadata = '%s'".formatted(metadata));

        assertThat(status(clearover, "odd").getString("status")).isEqualTo("completed");
        assertThat(clearover.recentJobs("web01").toString()).doesNotContain("\"odd\"");
    }

    @Test
    void a_running_job_that_nobody_has_reported_on_for_long_is_stalled_everywhere(Clearover clearover) {
        job(
                clearover,
                "odd",
                "status = 'running', completed_at = NULL, updated_at = UTC_TIMESTAMP() - INTERVAL 13 HOUR");
        step(clearover, "odd", 1, "vm-creation", "status = 'running'");
        String before = clearover.checksum("job_tracking");

        JsonObject status = status(clearover, "odd");
        JsonObject listed = listed(clearover, "odd");

        assertThat(status.getString("status")).isEqualTo("stalled");
        assertThat(status.get("current_step")).isEqualTo(JsonValue.NULL);
        assertThat(status.get("error_message_user")).isEqualTo(JsonValue.NULL);
        assertThat(status.getString("warning")).contains("has not reported on it for a long time");
        assertThat(listed.getString("status")).isEqualTo("stalled");
        assertThat(listed.getString("warning")).isEqualTo(status.getString("warning"));
        assertThat(clearover.checksum("job_tracking")).isEqualTo(before);
    }

    @Test
    void odd_jobs_stand_in_the_list_among_the_others(Clearover clearover) {
        job(clearover, "odd", "started_at = UTC_TIMESTAMP() + INTERVAL 1 MINUTE, metadata = 'nonsense'");
        replication(clearover, "odder", "started_at = UTC_TIMESTAMP() + INTERVAL 2 MINUTE, replication_type = ''");

        List<JsonObject> jobs =
                clearover.recentJobs("web01").getJsonArray("jobs").getValuesAs(JsonObject.class);

        assertThat(jobs).hasSize(20);
        assertThat(jobs.subList(0, 2))
                .extracting(job -> job.getString("job_id"))
                .containsExactly("odder", "odd");
    }
}
