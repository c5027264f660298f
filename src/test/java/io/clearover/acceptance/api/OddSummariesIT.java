package io.clearover.acceptance.api;

import static io.clearover.acceptance.api.OddRows.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Summaries of last operations that other programs wrote, or that lie: told as what can be known, never an error. */
@WithClearover
class OddSummariesIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

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
                "{\"status\": \"failed\", \"timestamp\": \"2025-10-03 16:42:00\"}",
                "{\"status\": \"failed\", \"timestamp\": 1759509720}",
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
}
