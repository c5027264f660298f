package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What should be impossible: a stored summary, as if we had written it, holds technical texts. */
@WithClearover
class LeakGuardIT {

    private static final String WEB01 = "/api/v1/vm-contexts/ctx-web01-20250901-090000";

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void a_text_that_would_leak_gives_way_to_the_generic_answer(String user, Clearover clearover) {
        storeLeakingSummary(clearover);

        for (String path : new String[] {WEB01, "/api/v1/vm-contexts"}) {
            Api.Answer answer = clearover.as(user).get(path);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(answer.text())
                    .doesNotContain("/dev/vdc", "kvm03", "hunter2")
                    .contains("\"error_message\":\"Operation failed\"")
                    .contains("\"error_reason\":\"The operation stopped with an unexpected error.\"")
                    .contains("Start the test failover again.");
        }
    }

    @Test
    void an_admin_sees_what_is_stored(Clearover clearover) {
        storeLeakingSummary(clearover);

        JsonObject last = clearover.as("admin").get(WEB01).json().getJsonObject("last_operation");

        assertThat(last.getString("error_message")).isEqualTo("attach of /dev/vdc failed");
        assertThat(last.getString("error_reason")).isEqualTo("kvm03.example.com:8443 did not answer");
    }

    @Test
    void the_health_tells_how_many_texts_were_replaced(Clearover clearover) {
        storeLeakingSummary(clearover);
        long before = replaced(clearover);

        clearover.as("admin").get(WEB01);
        assertThat(replaced(clearover)).isEqualTo(before);

        clearover.as("viewer").get(WEB01);
        assertThat(replaced(clearover)).isEqualTo(before + 3);
    }

    @Test
    void the_log_says_where_and_not_what(Clearover clearover) {
        storeLeakingSummary(clearover);

        clearover.as("viewer").get(WEB01 + "?seen=by-the-log");

        assertThat(clearover.installation().server().printed().lines())
                .anyMatch(line -> line.contains("leak guard: path=" + WEB01 + " fields=last_operation.actionable_steps,"
                        + "last_operation.error_message,last_operation.error_reason"))
                .noneMatch(line -> line.contains("kvm03") || line.contains("hunter2"));
    }

    @Test
    void names_that_look_technical_are_the_users_own(Clearover clearover) {
        clearover.insertVm("ctx-odd", "vdb.nbd0.example.com", "vc1.example.com", "ready_for_failover");

        Api.Answer started = clearover.as("operator").post("/api/v1/failover/test", "{\"context_id\": \"ctx-odd\"}");

        assertThat(started.json().getString("message")).isEqualTo("Test Failover of vdb.nbd0.example.com started");
        assertThat(clearover.ended(started.json().getString("job_id"), "viewer").getString("vm_name"))
                .isEqualTo("vdb.nbd0.example.com");
    }

    @Test
    void problems_may_name_addresses_jobs_and_fields_of_the_api(Clearover clearover) {
        String job = clearover.startTestFailover("erp01");

        JsonObject running = ProblemDocument.of(
                clearover.as("operator").post("/api/v1/failover/test", "{\"vm_name\": \"erp01\"}"), 409);
        JsonObject wrong = ProblemDocument.of(
                clearover
                        .as("operator")
                        .post("/api/v1/failover/test", "{\"vm_name\": \"web01\", \"skip_virtio\": \"maybe\"}"),
                400);
        JsonObject missing = ProblemDocument.of(clearover.as("viewer").get("/api/v1/failover/nbd0/status"), 404);

        assertThat(running.getString("detail")).contains("/api/v1/failover/" + job + "/status");
        assertThat(wrong.getString("detail")).contains("skip_virtio");
        assertThat(missing.getString("detail")).contains("/recent-jobs");
        assertThat(missing.getString("instance")).isEqualTo("/api/v1/failover/nbd0/status");
    }

    private static long replaced(Clearover clearover) {
        JsonObject ready = clearover.as(null).get("/health/ready").json();
        return ready.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("leak-guard"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data")
                .getInt("texts_replaced");
    }

    private static void storeLeakingSummary(Clearover clearover) {
        clearover.sql(
                """
                UPDATE vm_replication_contexts SET last_operation_summary = '{"version": 1, "job_id": "j",
                  "operation_type": "test_failover", "status": "failed", "progress": 50,
                  "timestamp": "2025-10-03T14:42:00Z", "failed_step": "Attaching Storage Volumes",
                  "error_message": "attach of /dev/vdc failed",
                  "error_reason": "kvm03.example.com:8443 did not answer", "error_category": "storage",
                  "actionable_steps": ["Use password=hunter2.", "Start the test failover again."]}'
                 WHERE context_id = 'ctx-web01-20250901-090000'""");
    }
}
