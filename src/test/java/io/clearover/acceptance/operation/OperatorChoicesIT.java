package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.watch.Look;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator can do with an operation beside starting it: cancel, retry, send again, record what a test has shown. */
@WithClearover
class OperatorChoicesIT {

    private static final String TEST = "/api/v1/failover/test";
    private static final String LIVE = "/api/v1/failover/live";

    @ParameterizedTest
    @ValueSource(strings = {"final-sync", "multi-volume-snapshot-creation", "volume-attachment"})
    void a_cancelled_failover_undoes_what_it_did(String at, Clearover clearover) {
        Look before = clearover.installation().lab().look();
        String job = clearover.start(LIVE, "{\"vm_name\": \"erp01\"}");
        await(at)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> clearover.number(
                                "SELECT COUNT(*) FROM job_steps WHERE job_id = '%s' AND name = '%s'".formatted(job, at))
                        == 1);

        Api.Answer answer = clearover.as("operator").post("/api/v1/failover/%s/cancel".formatted(job), "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.location()).isEqualTo(answer.json().getString("status_url"));
        JsonObject status = clearover.ended(job);
        assertThat(status.getString("status")).isEqualTo("cancelled");
        assertThat(status.getBoolean("cancel_requested")).isTrue();
        assertThat(before.difference(clearover.installation().lab().look())).isEmpty();
        assertThat(clearover.vm("erp01").getString("current_status")).isEqualTo("ready_for_failover");
        assertThat(clearover.vm("erp01").getJsonObject("last_operation").getString("status"))
                .isEqualTo("cancelled");
    }

    @Test
    void what_has_ended_and_a_rollback_cannot_be_cancelled(Clearover clearover) {
        String failover = clearover.startTestFailover("web01");
        clearover.ended(failover);
        String rollback = clearover.startRollback("web01");

        assertThat(clearover
                        .as("operator")
                        .post("/api/v1/failover/%s/cancel".formatted(failover), "")
                        .status())
                .isEqualTo(409);
        assertThat(clearover
                        .as("operator")
                        .post("/api/v1/failover/%s/cancel".formatted(rollback), "")
                        .status())
                .isEqualTo(409);
        assertThat(clearover
                        .as("operator")
                        .post("/api/v1/failover/none/cancel", "")
                        .status())
                .isEqualTo(404);
        assertThat(clearover.ended(rollback).getString("status")).isEqualTo("completed");
    }

    @Test
    void a_retry_is_a_new_job_of_the_same_request_that_names_the_old_one(Clearover clearover) {
        String failed = clearover.start(TEST, "{\"vm_name\": \"pgtest1\", \"perform_final_sync\": false}");
        clearover.ended(failed);

        Api.Answer answer = clearover.as("operator").post("/api/v1/failover/%s/retry".formatted(failed), "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        JsonObject again = clearover.ended(answer.json().getString("job_id"));
        assertThat(again.getString("job_id")).isNotEqualTo(failed);
        assertThat(again.getString("retry_of")).isEqualTo(failed);
        assertThat(again.getBoolean("perform_final_sync")).isFalse();
    }

    @Test
    void a_retry_warns_as_the_start_did(Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("createSnapshot", FaultKind.REFUSE).forVm("web01"));
        Api.Answer started =
                clearover.as("operator").post(LIVE, "{\"vm_name\": \"web01\", \"perform_final_sync\": false}");
        String failed = started.json().getString("job_id");
        clearover.ended(failed);

        Api.Answer again = clearover.as("operator").post("/api/v1/failover/%s/retry".formatted(failed), "");

        assertThat(again.json().getJsonArray("warnings"))
                .isNotEmpty()
                .isEqualTo(started.json().getJsonArray("warnings"));
    }

    @Test
    void a_live_failover_says_what_its_request_asked_for(Clearover clearover) {
        String job = clearover.start(
                LIVE,
                "{\"vm_name\": \"db01\", \"perform_final_sync\": false, \"skip_virtio\": true, \"power_off_source\": false}");
        JsonObject status = clearover.ended(job, "viewer");

        assertThat(List.of(status, newestJob(clearover, "db01"))).allSatisfy(said -> assertThat(said)
                .containsEntry("perform_final_sync", JsonValue.FALSE)
                .containsEntry("without_driver_installation", JsonValue.TRUE)
                .containsEntry("power_off_source", JsonValue.FALSE)
                .containsEntry("power_on_source", JsonValue.NULL));
    }

    @Test
    void what_a_request_cannot_ask_for_is_not_said_of_its_job(Clearover clearover) {
        JsonObject test = clearover.ended(clearover.startTestFailover("web01"));
        JsonObject listedTest = newestJob(clearover, "web01");
        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));
        JsonObject listedRollback = newestJob(clearover, "web01");

        assertThat(List.of(test, listedTest))
                .allSatisfy(said -> assertThat(said).containsEntry("perform_final_sync", JsonValue.TRUE));
        assertThat(List.of(rollback, listedRollback))
                .allSatisfy(said -> assertThat(said).containsEntry("perform_final_sync", JsonValue.NULL));
        assertThat(List.of(test, listedTest, rollback, listedRollback)).allSatisfy(said -> assertThat(said)
                .containsEntry("power_off_source", JsonValue.NULL)
                .containsEntry("power_on_source", JsonValue.NULL));
    }

    @Test
    void the_rollback_of_a_live_failover_says_whether_it_switches_the_source_on(Clearover clearover) {
        clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));

        JsonObject rollback = clearover.ended(
                clearover.start("/api/v1/failover/rollback", "{\"vm_name\": \"web01\", \"power_on_source\": true}"));

        assertThat(List.of(rollback, newestJob(clearover, "web01"))).allSatisfy(said -> assertThat(said)
                .containsEntry("power_on_source", JsonValue.TRUE)
                .containsEntry("power_off_source", JsonValue.NULL));
    }

    private static JsonObject newestJob(Clearover clearover, String vm) {
        return clearover.recentJobs(vm).getJsonArray("jobs").getJsonObject(0);
    }

    @Test
    void what_completed_cannot_be_retried(Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);

        Api.Answer answer = clearover.as("operator").post("/api/v1/failover/%s/retry".formatted(job), "");

        assertThat(answer.status()).isEqualTo(409);
    }

    @Test
    void a_request_that_is_sent_again_with_its_key_gets_the_same_job(Clearover clearover) {
        Api.Answer first =
                clearover.as("operator").postWith("Idempotency-Key", "order-66", TEST, "{\"vm_name\": \"app01\"}");
        clearover.ended(first.json().getString("job_id"));

        Api.Answer second =
                clearover.as("operator").postWith("Idempotency-Key", "order-66", TEST, "{\"vm_name\": \"app01\"}");

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().getString("job_id")).isEqualTo(first.json().getString("job_id"));
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isEqualTo(1);
    }

    @Test
    void a_key_is_good_for_one_request_only(Clearover clearover) {
        clearover.ended(clearover
                .as("operator")
                .postWith("Idempotency-Key", "order-66", TEST, "{\"vm_name\": \"app01\"}")
                .json()
                .getString("job_id"));

        Api.Answer other = clearover
                .as("operator")
                .postWith("Idempotency-Key", "order-66", TEST, "{\"vm_name\": \"app01\", \"skip_virtio\": true}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().getString("type")).isEqualTo("/problems/key-used");
    }

    @Test
    void what_a_test_has_shown_is_kept_with_its_job(Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);

        Api.Answer answer = clearover
                .as("operator")
                .put(
                        "/api/v1/failover/%s/test-outcome".formatted(job),
                        "{\"result\": \"problems\", \"note\": \"No licence server\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonObject outcome = clearover.status(job, "viewer").getJsonObject("test_outcome");
        assertThat(outcome.getString("result")).isEqualTo("problems");
        assertThat(outcome.getString("note")).isEqualTo("No licence server");
        assertThat(outcome.getString("recorded_by")).isEqualTo("operator");
    }

    @Test
    void what_a_test_has_shown_is_in_the_vms_list_and_with_its_last_operation(Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);
        assertThat(lastOperation(clearover).get("test_outcome")).isEqualTo(JsonValue.NULL);

        record(clearover, job, "{\"result\": \"problems\", \"note\": \"No licence server\"}");

        JsonObject outcome = clearover.status(job, "viewer").getJsonObject("test_outcome");
        assertThat(newestJob(clearover, "web01").getJsonObject("test_outcome")).isEqualTo(outcome);
        assertThat(lastOperation(clearover).getJsonObject("test_outcome")).isEqualTo(outcome);
        assertThat(lastOperation(clearover).getString("status")).isEqualTo("completed");
    }

    @Test
    void a_later_outcome_takes_the_place_of_an_earlier_one(Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);
        record(clearover, job, "{\"result\": \"problems\", \"note\": \"No licence server\"}");

        record(clearover, job, "{\"result\": \"passed\"}");

        assertThat(List.of(newestJob(clearover, "web01"), lastOperation(clearover)))
                .extracting(told -> told.getJsonObject("test_outcome"))
                .allSatisfy(outcome -> assertThat(outcome.getString("result")).isEqualTo("passed"))
                .allSatisfy(outcome -> assertThat(outcome.get("note")).isEqualTo(JsonValue.NULL));
    }

    @Test
    void an_outcome_is_not_told_of_what_ran_after_the_test(Clearover clearover) {
        String test = clearover.startTestFailover("web01");
        clearover.ended(test);
        clearover.ended(clearover.startRollback("web01"));

        record(clearover, test, "{\"result\": \"passed\"}");

        assertThat(lastOperation(clearover))
                .containsEntry("operation_type", Json.createValue("rollback"))
                .containsEntry("test_outcome", JsonValue.NULL);
        assertThat(newestJob(clearover, "web01").get("test_outcome")).isEqualTo(JsonValue.NULL);
    }

    private static void record(Clearover clearover, String job, String outcome) {
        Api.Answer answer = clearover.as("operator").put("/api/v1/failover/%s/test-outcome".formatted(job), outcome);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static JsonObject lastOperation(Clearover clearover) {
        return clearover.vm("web01").getJsonObject("last_operation");
    }

    @Test
    void an_outcome_is_recorded_for_completed_tests_only_and_in_its_words(Clearover clearover) {
        String failed = clearover.startTestFailover("app01");
        clearover.ended(failed);
        String path = "/api/v1/failover/%s/test-outcome".formatted(failed);

        assertThat(clearover
                        .as("operator")
                        .put(path, "{\"result\": \"passed\"}")
                        .status())
                .isEqualTo(409);
        for (String result : List.of("\"fine\"", "{}", "[]", "null", "1")) {
            assertThat(clearover
                            .as("operator")
                            .put(path, "{\"result\": %s}".formatted(result))
                            .status())
                    .as(result)
                    .isEqualTo(400);
        }
        assertThat(clearover.status(failed, "viewer").get("test_outcome")).isEqualTo(JsonValue.NULL);
    }
}
