package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that other programs of the appliance wrote, and that lie: shown as what can be known, never an error. */
@WithClearover
class OddRowsIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";
    private static final List<String> LENIENT =
            List.of("SET sql_mode = ''", "SET check_constraint_checks = 0", "SET time_zone = '+00:00'");

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
    void a_summary_of_another_program_is_told_in_our_words_not_in_its_own(Clearover clearover) {
        summary(
                clearover,
                """
                {"job_id": "old", "operation_type": "test_failover", "status": "failed", "progress": 70,
                 "timestamp": "2025-10-03T16:42:00+02:00", "failed_step": "virtio-driver-injection",
                 "failed_step_internal": "virtio-driver-injection", "error_category": "virt",
                 "error_message": "virt-v2v-in-place failed with exit code 1 on /dev/vdc",
                 "actionable_steps": ["Look into /var/log/migratekit"]}""");

        Api.Answer answer = clearover.as("viewer").get("/api/v1/vm-contexts/" + WEB01);

        JsonObject last = answer.json().getJsonObject("last_operation");
        assertThat(last.getString("failed_step")).isEqualTo("Preparing Drivers for KVM");
        assertThat(last.getString("error_message")).isEqualTo("Driver injection failed - compatibility tool error");
        assertThat(last.getString("error_category")).isEqualTo("compatibility");
        assertThat(last.getJsonArray("actionable_steps")).isNotEmpty();
        assertThat(last.getJsonArray("actions")).isNotEmpty();
        assertThat(last.getString("documentation")).endsWith("#" + last.getString("cause"));
        assertThat(answer.text()).doesNotContain("virt-", "virtio", "/dev/", "/var/");
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

    @Test
    void a_summary_of_the_older_form_is_read_without_its_internal_names(Clearover clearover) {
        summary(
                clearover,
                """
                {"job_id": "old", "external_job_id": "unified-test-failover-web01-1", "operation_type": "test",
                 "status": "failed", "progress": 70, "timestamp": "2025-10-03T16:42:00+02:00", "steps_completed": 7,
                 "steps_total": 10, "duration_seconds": 142, "failed_step": "Preparing Drivers for KVM",
                 "failed_step_internal": "virtio-driver-injection", "error_category": "compatibility"}""");

        Api.Answer answer = clearover.as("viewer").get("/api/v1/vm-contexts/" + WEB01);

        JsonObject last = answer.json().getJsonObject("last_operation");
        assertThat(last.getString("operation_type")).isEqualTo("test_failover");
        assertThat(last.getString("failed_step")).isEqualTo("Preparing Drivers for KVM");
        assertThat(last.getJsonNumber("progress").doubleValue()).isEqualTo(70);
        assertThat(answer.text()).doesNotContain("virtio");
    }

    @Test
    void a_summary_of_ours_from_before_quick_actions_is_told_as_it_was_said_then(Clearover clearover) {
        summary(
                clearover,
                """
                {"version": 1, "job_id": "old", "operation_type": "test_failover", "status": "failed", "progress": 40,
                 "timestamp": "2025-10-03T14:24:00Z", "failed_step": "Preparing Drivers for KVM",
                 "error_message": "Said then", "error_category": "compatibility", "error_severity": "error",
                 "actionable_steps": ["Do this."]}""");

        JsonObject last = clearover.vm("web01").getJsonObject("last_operation");

        assertThat(last.getString("error_message")).isEqualTo("Said then");
        assertThat(last.getJsonArray("actionable_steps").getString(0)).isEqualTo("Do this.");
        assertThat(last.getJsonArray("actions")).isEmpty();
        assertThat(last.get("cause")).isEqualTo(JsonValue.NULL);
        assertThat(last.get("documentation")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{",
                "[]",
                "42",
                "null",
                "{}",
                "{\"status\": {\"a\": 1}}",
                "{\"progress\": \"seventy\"}",
                "{\"duration_seconds\": 1.5e300}",
                "{\"steps_total\": null, \"actionable_steps\": \"call me\"}",
                "{\"operation_type\": 7}",
                "{\"version\": 1, \"actions\": \"retry\", \"retryable\": \"perhaps\", \"cause\": {}}",
            })
    void a_summary_of_any_form_is_no_error(String summary, Clearover clearover) {
        summary(clearover, summary);

        Api.Answer list = clearover.as("viewer").get("/api/v1/vm-contexts");
        Api.Answer vm = clearover.as("viewer").get("/api/v1/vm-contexts/" + WEB01);

        assertThat(list.status()).as(list.text()).isEqualTo(200);
        assertThat(list.json().getInt("count")).isEqualTo(7);
        assertThat(vm.json().getString("current_status")).isEqualTo("ready_for_failover");
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
    void a_dead_job_of_another_program_does_not_keep_a_vm_from_failing_over(Clearover clearover) {
        job(clearover, "dead", "status = 'running', completed_at = NULL");
        clearover.sql("UPDATE job_tracking SET updated_at = UTC_TIMESTAMP() - INTERVAL 2 DAY WHERE id = 'dead'");

        assertThat(clearover
                        .as("operator")
                        .post("/api/v1/failover/test", "{\"vm_name\": \"web01\"}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_live_job_of_another_program_does(Clearover clearover) {
        job(clearover, "alive", "status = 'running', completed_at = NULL");

        JsonObject problem = ProblemDocument.of(
                clearover.as("operator").post("/api/v1/failover/test", "{\"vm_name\": \"web01\"}"), 409);

        assertThat(problem.getString("detail")).contains("alive");
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

    @Test
    void a_vm_on_which_another_programs_failover_runs_allows_nothing(Clearover clearover) {
        job(clearover, "odd", "status = 'running', completed_at = NULL");

        JsonObject vm = clearover.vm("web01");

        assertThat(vm.getString("running_job_id")).isEqualTo("odd");
        assertThat(vm.getJsonArray("allowed_actions")).isEmpty();
    }

    @Test
    void a_failover_of_another_program_that_nobody_has_heard_of_for_long_does_not_run(Clearover clearover) {
        job(
                clearover,
                "odd",
                "status = 'running', completed_at = NULL, updated_at = UTC_TIMESTAMP() - INTERVAL 13 HOUR");

        JsonObject vm = clearover.vm("web01");

        assertThat(vm.get("running_job_id")).isEqualTo(JsonValue.NULL);
        assertThat(vm.getJsonArray("allowed_actions")).isNotEmpty();
    }

    @Test
    void a_step_without_a_status_is_no_error(Clearover clearover) {
        job(clearover, "odd", "status = 'completed'");
        step(clearover, "odd", 1, "validation", "status = ''");

        assertThat(steps(status(clearover, "odd"))).hasSize(1);
        assertThat(listed(clearover, "odd").getString("status")).isEqualTo("completed");
    }

    @Test
    void a_vm_without_a_status_allows_nothing(Clearover clearover) {
        lenient(
                clearover,
                "UPDATE vm_replication_contexts SET current_status = '' WHERE context_id = '%s'".formatted(WEB01));

        Api.Answer vm = clearover.as("viewer").get("/api/v1/vm-contexts/" + WEB01);

        assertThat(vm.status()).as(vm.text()).isEqualTo(200);
        assertThat(vm.json().getJsonArray("allowed_actions")).isEmpty();
        assertThat(clearover.as("viewer").get("/api/v1/vm-contexts").json().getInt("count"))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "rollback"})
    void a_vm_without_a_status_lets_nothing_start_and_says_why(String operation, Clearover clearover) {
        lenient(
                clearover,
                "UPDATE vm_replication_contexts SET current_status = '' WHERE context_id = '%s'".formatted(WEB01));

        JsonObject problem = ProblemDocument.of(
                clearover.as("operator").post("/api/v1/failover/" + operation, "{\"vm_name\": \"web01\"}"), 409);

        assertThat(problem.getString("type")).endsWith("wrong-vm-state");
        assertThat(problem.getString("detail")).contains("state of this VM is not known", "administrator");
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

    /** A completed test failover of web01 a few minutes ago, then changed as a careless writer might. */
    private static void job(Clearover clearover, String id, String columns) {
        lenient(
                clearover,
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category, metadata,
                                          started_at, completed_at)
                VALUES ('%s', '%s', 'failover', 'unified-test-failover', 'completed', 'system', 'failover', '{}',
                        UTC_TIMESTAMP() - INTERVAL 3 MINUTE, UTC_TIMESTAMP() - INTERVAL 1 MINUTE)"""
                        .formatted(id, WEB01),
                "UPDATE job_tracking SET %s WHERE id = '%s'".formatted(columns, id));
    }

    private static void step(Clearover clearover, String job, int seq, String name, String columns) {
        lenient(
                clearover,
                "INSERT INTO job_steps (job_id, seq, name, status, started_at) VALUES ('%s', %d, '%s', 'completed', UTC_TIMESTAMP(6))"
                        .formatted(job, seq, name),
                "UPDATE job_steps SET %s WHERE job_id = '%s' AND seq = %d".formatted(columns, job, seq));
    }

    private static void replication(Clearover clearover, String id, String columns) {
        lenient(
                clearover,
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path,
                       v_center_host, datacenter, replication_type, status, created_at, started_at, completed_at)
                VALUES ('%s', '%s', '', 'web01', '', '', '', 'incremental', 'completed', UTC_TIMESTAMP(3),
                        UTC_TIMESTAMP(3) - INTERVAL 3 MINUTE, UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE)"""
                        .formatted(id, WEB01),
                "UPDATE replication_jobs SET %s WHERE id = '%s'".formatted(columns, id));
    }

    private static void summary(Clearover clearover, String json) {
        lenient(
                clearover,
                "UPDATE vm_replication_contexts SET last_operation_summary = '%s' WHERE context_id = '%s'"
                        .formatted(json, WEB01));
    }

    private static void lenient(Clearover clearover, String... statements) {
        List<String> all = new ArrayList<>(LENIENT);
        all.addAll(List.of(statements));
        clearover.sql(all.toArray(String[]::new));
    }

    /** The status as the viewer sees it; an admin gets one too. */
    private static JsonObject status(Clearover clearover, String id) {
        clearover.status(id, "admin");
        return clearover.status(id, "viewer");
    }

    private static JsonObject listed(Clearover clearover, String id) {
        return clearover.recentJobs("web01").getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
                .filter(job -> job.getString("job_id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not listed"));
    }

    private static List<JsonObject> steps(JsonObject status) {
        return status.getJsonArray("steps").getValuesAs(JsonObject.class);
    }

    private static double progress(JsonObject job) {
        return job.getJsonNumber("progress").doubleValue();
    }
}
