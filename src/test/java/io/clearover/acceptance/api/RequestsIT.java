package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that can't be served are refused with a problem that says what to mend; odd ones that can, are served. */
@WithClearover
class RequestsIT {

    private static final String TEST = "/api/v1/failover/test";
    private static final String ROLLBACK = "/api/v1/failover/rollback";
    private static final String JSON = "application/json";
    private static final String WEB01 = "ctx-web01-20250901-090000";
    private static final String PGTEST1 = "ctx-pgtest1-20250901-090000";

    @ParameterizedTest
    @MethodSource
    void a_body_that_is_no_json_object_is_refused(String body, Clearover clearover) {
        for (String path : List.of(TEST, ROLLBACK)) {
            JsonObject problem = ProblemDocument.of(clearover.as("operator").post(path, body), 400);

            assertThat(ProblemDocument.fieldsAtFault(problem)).containsExactly("body");
            assertThat(problem.getString("detail")).contains("context_id", "vm_name");
        }
    }

    static Stream<String> a_body_that_is_no_json_object_is_refused() {
        return Stream.of(
                "",
                "  ",
                "web01",
                "{",
                "{\"vm_name\": \"web01\"",
                "{vm_name: 'web01'}",
                "{\"vm_name\": \"web01\"} {}",
                "[{\"vm_name\": \"web01\"}]",
                "\"web01\"",
                "null",
                "{\"vm_name\": \"web01\", \"custom_config\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | context_id",
                "{\"context_id\": null} | context_id",
                "{\"vm_name\": 5} | vm_name",
                "{\"vm_name\": \"\"} | vm_name",
                "{\"vm_name\": \" \"} | vm_name",
                "{\"vm_name\": [\"web01\"]} | vm_name",
                "{\"context_id\": {\"id\": 1}} | context_id",
                "{\"context_id\": true} | context_id",
                "{\"vm_name\": \"web01\", \"vmware_vm_id\": 4205} | vmware_vm_id",
                "{\"vm_name\": \"web01\", \"perform_final_sync\": \"yes\"} | perform_final_sync",
                "{\"vm_name\": \"web01\", \"skip_virtio\": 1} | skip_virtio",
                "{\"vm_name\": \"web01\", \"skip_validation\": true} | skip_validation",
                "{\"vm_name\": \"web01\", \"failover_type\": \"live\"} | failover_type",
                "{\"vm_name\": \"web01\", \"power_off_source\": true} | power_off_source",
                "{\"vm_name\": \"web01\", \"vm_naming\": \"exact\"} | vm_naming",
                "{\"vm_name\": \"web01\", \"network_mappings\": {\"VM Network\": \"x\"}} | network_mappings",
                "{\"vm_name\": \"web01\", \"vm_nam\": \"web01\"} | vm_nam",
            })
    void a_wrong_field_is_named(String body, String field, Clearover clearover) {
        JsonObject problem = ProblemDocument.of(clearover.as("operator").post(TEST, body), 400);

        assertThat(ProblemDocument.fieldsAtFault(problem)).containsExactly(field);
        assertThat(problem.getString("detail")).contains(field);
    }

    @Test
    void all_wrong_fields_are_named_at_once(Clearover clearover) {
        JsonObject problem = ProblemDocument.of(
                clearover
                        .as("operator")
                        .post(TEST, "{\"vm_name\": 5, \"perform_final_sync\": \"yes\", \"color\": \"red\"}"),
                400);

        assertThat(ProblemDocument.fieldsAtFault(problem))
                .containsExactlyInAnyOrder("vm_name", "perform_final_sync", "color");
    }

    @Test
    void a_name_of_more_than_255_characters_is_refused(Clearover clearover) {
        JsonObject problem = ProblemDocument.of(clearover.as("operator").post(TEST, vmName("x".repeat(256))), 400);

        assertThat(ProblemDocument.fieldsAtFault(problem)).containsExactly("vm_name");
    }

    @ParameterizedTest
    @CsvSource({"vm_name, pgtest1", "vm_name, WEB01", "vmware_vm_id, 420570c7-f61f-a930-77c5-1e876786cb3c", "vm_id, x"})
    void a_context_id_and_something_of_another_vm_are_refused(String field, String value, Clearover clearover) {
        String body = Json.createObjectBuilder()
                .add("context_id", WEB01)
                .add(field, value)
                .build()
                .toString();

        JsonObject problem = ProblemDocument.of(clearover.as("operator").post(TEST, body), 400);

        assertThat(problem.getString("detail")).contains("vm_name".equals(field) ? "vm_name" : "vmware_vm_id");
        assertNothingStarted(clearover);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web02", "WEB01", "web01 ", "' OR '1'='1", "%", "../web01"})
    void a_vm_that_is_not_there_is_not_found(String name, Clearover clearover) {
        for (String path : List.of(TEST, ROLLBACK)) {
            JsonObject problem = ProblemDocument.of(clearover.as("operator").post(path, vmName(name)), 404);

            assertThat(problem.getString("type")).endsWith("/vm-not-found");
            assertThat(problem.getString("detail")).contains("/api/v1/vm-contexts");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicating",
                "discovered",
                "failed_over_test",
                "failed_over_live",
                "completed",
                "failed",
                "cleanup_required"
            })
    void a_test_failover_of_a_vm_that_is_not_ready_is_refused_with_what_to_do_first(String state, Clearover clearover) {
        clearover.sql("UPDATE vm_replication_contexts SET current_status = '%s' WHERE context_id = '%s'"
                .formatted(state, WEB01));

        JsonObject problem = ProblemDocument.of(clearover.as("operator").post(TEST, vmName("web01")), 409);

        assertThat(problem.getString("type")).endsWith("/wrong-vm-state");
        assertThat(problem.getString("detail")).doesNotContain("_");
        assertNothingStarted(clearover);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready_for_failover", "replicating", "completed"})
    void a_rollback_of_a_vm_with_nothing_to_roll_back_is_refused(String state, Clearover clearover) {
        clearover.sql("UPDATE vm_replication_contexts SET current_status = '%s' WHERE context_id = '%s'"
                .formatted(state, WEB01));

        JsonObject problem = ProblemDocument.of(clearover.as("operator").post(ROLLBACK, vmName("web01")), 409);

        assertThat(problem.getString("type")).endsWith("/wrong-vm-state");
        assertNothingStarted(clearover);
    }

    @Test
    void a_name_that_two_vms_share_is_refused_with_the_choices(Clearover clearover) {
        clearover.insertVm("ctx-web01-far", "web01", "vcenter-far.example.com", "ready_for_failover");

        JsonObject problem = ProblemDocument.of(clearover.as("operator").post(TEST, vmName("web01")), 409);

        List<JsonObject> choices = problem.getJsonArray("choices").getValuesAs(JsonObject.class);
        assertThat(choices)
                .extracting(choice -> choice.getString("context_id"))
                .containsExactlyInAnyOrder(WEB01, "ctx-web01-far");
        assertThat(choices)
                .extracting(choice -> choice.getString("vcenter_host"))
                .containsExactlyInAnyOrder("vcenter.example.com", "vcenter-far.example.com");
        assertNothingStarted(clearover);
    }

    @Test
    void of_two_vms_with_one_name_the_context_id_chooses(Clearover clearover) {
        clearover.insertVm("ctx-web01-far", "web01", "vcenter-far.example.com", "ready_for_failover");

        Api.Answer answer = clearover
                .as("operator")
                .post(TEST, "{\"context_id\": \"%s\", \"vm_name\": \"web01\"}".formatted(WEB01));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().getString("context_id")).isEqualTo(WEB01);
    }

    @Test
    void names_that_only_the_database_takes_for_equal_are_not_ambiguous(Clearover clearover) {
        clearover.insertVm("ctx-fire", "vm \uD83D\uDD25", "vcenter.example.com", "ready_for_failover");
        clearover.insertVm("ctx-boom", "vm \uD83D\uDCA5", "vcenter-far.example.com", "ready_for_failover");

        Api.Answer answer = clearover.as("operator").post(TEST, vmName("vm \uD83D\uDCA5"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().getString("context_id")).isEqualTo("ctx-boom");
    }

    @ParameterizedTest
    @ValueSource(strings = {TEST, ROLLBACK})
    void a_second_operation_is_refused_with_the_running_one(String path, Clearover clearover) {
        String running = clearover.startTestFailover("web01");

        JsonObject problem = ProblemDocument.of(clearover.as("operator").post(path, vmName("web01")), 409);

        assertThat(problem.getString("type")).endsWith("/operation-running");
        assertThat(problem.getString("detail")).contains(running);
    }

    @ParameterizedTest
    @MethodSource
    void the_appliances_own_full_bodies_are_accepted(
            String path, String body, List<String> ignored, Clearover clearover) {
        clearover.sql("UPDATE vm_replication_contexts SET current_status = 'cleanup_required' WHERE context_id = '%s'"
                .formatted(PGTEST1));

        Api.Answer answer = clearover.as("operator").post(path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().getJsonArray("ignored_fields").getValuesAs(JsonString::getString))
                .containsExactlyInAnyOrderElementsOf(ignored);
    }

    static Stream<Arguments> the_appliances_own_full_bodies_are_accepted() {
        return Stream.of(
                Arguments.of(
                        TEST,
                        """
                        {"context_id": "ctx-app01-20250901-090000", "vm_id": "4205b3f9-44c1-08aa-6d7e-0f8b13c2d577",
                         "vm_name": "app01", "skip_validation": false, "network_mappings": {}, "custom_config": {},
                         "notification_config": {}, "test_duration": "2h", "auto_cleanup": true}""",
                        List.of("custom_config", "notification_config", "test_duration", "auto_cleanup")),
                Arguments.of(
                        TEST,
                        """
                        {"context_id": "ctx-app01-20250901-090000", "vmware_vm_id": "4205b3f9-44c1-08aa-6d7e-0f8b13c2d577",
                         "vm_name": "app01", "failover_type": "test", "power_off_source": false,
                         "perform_final_sync": false, "skip_validation": false, "skip_virtio": false,
                         "network_strategy": "test", "vm_naming": "suffixed", "test_duration": "2h",
                         "custom_config": null, "network_mappings": null}""",
                        List.of("network_strategy", "test_duration", "custom_config")),
                Arguments.of(
                        ROLLBACK,
                        """
                        {"context_id": "ctx-pgtest1-20250901-090000", "vm_id": "420570c7-f61f-a930-77c5-1e876786cb3c",
                         "vm_name": "pgtest1", "vmware_vm_id": "420570c7-f61f-a930-77c5-1e876786cb3c",
                         "failover_type": "test", "power_on_source": false, "force_cleanup": true}""",
                        List.of("force_cleanup")));
    }

    @ParameterizedTest
    @MethodSource("strangeNames")
    void a_strange_vm_name_survives_as_text(String name, Clearover clearover) {
        clearover.insertVm("ctx-strange", name, "vcenter.example.com", "ready_for_failover");

        Api.Answer vm = clearover.as("viewer").get("/api/v1/vm-contexts/ctx-strange");

        assertThat(vm.contentType()).startsWith(JSON);
        assertThat(vm.json().getString("vm_name")).isEqualTo(name);
        assertThat(clearover
                        .as("viewer")
                        .get("/api/v1/vm-contexts")
                        .json()
                        .getJsonArray("vm_contexts")
                        .getValuesAs(JsonObject.class))
                .filteredOn(listed -> listed.getString("context_id").equals("ctx-strange"))
                .extracting(listed -> listed.getString("vm_name"))
                .containsExactly(name);
    }

    @ParameterizedTest
    @MethodSource("strangeNames")
    void a_vm_with_a_strange_name_can_be_failed_over(String name, Clearover clearover) {
        clearover.insertVm("ctx-strange", name, "vcenter.example.com", "ready_for_failover");

        String jobId = clearover.start(TEST, vmName(name));

        JsonObject status = clearover.ended(jobId);
        assertThat(status.getString("vm_name")).isEqualTo(name);
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Pre-flight Validation");
        assertThat(status.getString("external_job_id")).hasSizeLessThanOrEqualTo(64);
        assertThat(clearover
                        .status(status.getString("external_job_id"), "viewer")
                        .getString("job_id"))
                .isEqualTo(jobId);
    }

    static Stream<String> strangeNames() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"quoted\" 'n' \\back\\slash",
                "100% %s {0} ${x} #{y}",
                "Bücher-Server \uD83D\uDCA5 数据库",
                "tab\tand\nnewline",
                "-",
                "n".repeat(255));
    }

    private static String vmName(String name) {
        return Json.createObjectBuilder().add("vm_name", name).build().toString();
    }

    private static void assertNothingStarted(Clearover clearover) {
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isZero();
    }
}
