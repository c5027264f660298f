package io.clearover.acceptance.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The appliance's GUI starts operations with its own calls and watches them to their ends. */
@WithClearover
class GuiStartsIT {

    private static final String UNIFIED = "/api/v1/failover/unified";
    private static final String ROLLBACK = "/api/v1/failover/rollback";
    private static final String WEB01 = "ctx-web01-20250901-090000";

    @ParameterizedTest
    @ValueSource(strings = {"test", "live"})
    void the_form_of_a_start_has_all_options_of_this_engine_with_their_defaults(String type, Clearover clearover) {
        Api.Answer answer = gui(clearover).read("/api/v1/failover/preflight/config/%s/web01".formatted(type));

        assertThat(answer.status()).isEqualTo(200);
        JsonObject form = answer.json();
        assertThat(form.getBoolean("success")).isTrue();
        assertThat(form.getString("failover_type")).isEqualTo(type);
        assertThat(form.getString("vm_name")).isEqualTo("web01");
        assertThat(form.getJsonObject("metadata").getString("description")).isNotBlank();
        JsonObject options = form.getJsonObject("configuration");
        assertThat(options.keySet())
                .isEqualTo(
                        type.equals("live")
                                ? Set.of("power_off_source", "perform_final_sync", "skip_virtio")
                                : Set.of("perform_final_sync", "skip_virtio"));
        options.forEach((name, value) -> {
            JsonObject option = value.asJsonObject();
            assertThat(option.getString("type")).as(name).isEqualTo("boolean");
            assertThat(option.getBoolean("required")).as(name).isFalse();
            assertThat(option.getBoolean("default")).as(name).isEqualTo(!name.equals("skip_virtio"));
            assertThat(option.getString("description")).as(name).isNotBlank();
        });
    }

    @Test
    void a_form_of_another_type_is_refused(Clearover clearover) {
        ProblemDocument.of(gui(clearover).read("/api/v1/failover/preflight/config/other/web01"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "live"})
    void a_start_with_the_defaults_of_the_form_is_watched_to_its_end(String type, Clearover clearover) {
        JsonObjectBuilder body = start("web01", type);
        gui(clearover)
                .read("/api/v1/failover/preflight/config/%s/web01".formatted(type))
                .json()
                .getJsonObject("configuration")
                .forEach((name, option) -> body.add(name, option.asJsonObject().get("default")));

        JsonObject started = started(gui(clearover).post(UNIFIED, text(body)));

        assertThat(started.getString("job_id"))
                .startsWith("unified-%s-failover-web01-".formatted(type))
                .hasSizeLessThanOrEqualTo(64);
        JsonObject data = started.getJsonObject("data");
        assertThat(data.getString("failover_type")).isEqualTo(type);
        assertThat(data.getString("context_id")).isEqualTo(WEB01);
        assertThat(data.getString("vm_name")).isEqualTo("web01");
        assertThat(data.getString("destination_name")).startsWith("web01");
        assertThat(data.getJsonObject("configuration").getBoolean("perform_final_sync"))
                .isTrue();
        JsonObject end = ended(started.getString("job_id"), clearover);
        assertThat(end.getString("status")).as(end.toString()).isEqualTo("completed");
        assertThat(end.getJsonNumber("progress").doubleValue()).isEqualTo(100);
        JsonObject details = end.getJsonObject("job_details");
        assertThat(details.getInt("total_steps")).isEqualTo(10);
        assertThat(details.getInt("completed_steps")).isEqualTo(10);
        assertThat(details.getInt("failed_steps")).isZero();
        assertThat(details.getInt("running_steps")).isZero();
        assertThat(details.getString("job_type")).isEqualTo("failover");
        assertThat(details.getString("operation")).isEqualTo("unified-%s-failover".formatted(type));
        assertThat(details.getString("context_id")).isEqualTo(WEB01);
        assertThat(details.getString("external_job_id")).isEqualTo(started.getString("external_job_id"));
        assertThat(details.getString("internal_job_id")).isEqualTo(started.getString("internal_job_id"));
        assertThat(clearover.text("SELECT destination_vm_id FROM failover_jobs WHERE job_id = '%s'"
                        .formatted(started.getString("job_id"))))
                .isNotBlank();
    }

    @Test
    void a_running_job_tells_its_steps_and_times(Clearover clearover) {
        ArmedFault held = clearover.hold("createSnapshot", "web01");
        JsonObject started = started(gui(clearover).post(UNIFIED, text(start("web01", "test"))));
        Clearover.awaitHeld(held);

        JsonObject status = status(started.getString("job_id"), clearover);

        assertThat(status.getBoolean("success")).isTrue();
        assertThat(status.getString("message")).isEqualTo("Test Failover is running.");
        assertThat(status.getString("status")).isEqualTo("running");
        assertThat(status.getString("start_time")).isEqualTo(status.getString("started_at"));
        assertThat(status.getString("elapsed_time")).endsWith(" s");
        assertThat(status.getJsonNumber("duration").longValue() % 1_000_000_000).isZero();
        JsonObject details = status.getJsonObject("job_details");
        assertThat(details.getInt("completed_steps")).isEqualTo(status.getInt("steps_completed"));
        assertThat(details.getInt("running_steps")).isEqualTo(1);
        assertThat(details.getString("status")).isEqualTo("running");
    }

    @Test
    void a_failed_job_says_why_in_plain_words(Clearover clearover) {
        JsonObject started = started(gui(clearover).post(UNIFIED, text(start("db01", "test"))));

        JsonObject end = ended(started.getString("job_id"), clearover);

        assertThat(end.getString("status")).isEqualTo("failed");
        assertThat(end.getString("message")).isNotBlank().isEqualTo(end.getString("error_message_user"));
        JsonObject details = end.getJsonObject("job_details");
        assertThat(details.getInt("failed_steps")).isEqualTo(1);
        assertThat(details.getInt("completed_steps")).isLessThan(details.getInt("total_steps"));
        assertThat(details.getString("error_message")).isEqualTo(end.getString("message"));
    }

    @Test
    void a_cancelled_job_ends_for_the_gui_and_says_truly_how(Clearover clearover) {
        ArmedFault held = clearover.hold("createSnapshot", "web01");
        JsonObject started = started(gui(clearover).post(UNIFIED, text(start("web01", "test"))));
        String id = started.getString("job_id");
        Clearover.awaitHeld(held);
        assertThat(clearover
                        .as("operator")
                        .post("/api/v1/failover/%s/cancel".formatted(id), "")
                        .status())
                .isEqualTo(202);
        clearover.letGo();

        JsonObject own = clearover.ended(started.getString("internal_job_id"));

        assertThat(own.getString("status")).isEqualTo("cancelled");
        assertThat(clearover.status(id, "viewer").getString("status")).isEqualTo("cancelled");
        JsonObject told = status(id, clearover);
        assertThat(told.getString("status")).isEqualTo("failed");
        assertThat(told.getString("message")).contains("was cancelled");
        assertThat(told.getJsonObject("job_details").getString("status")).isEqualTo("cancelled");
    }

    @ParameterizedTest
    @MethodSource
    void what_this_engine_does_not_do_is_refused_with_the_reason(
            String type, String field, JsonValue value, Clearover clearover) {
        JsonObject problem = ProblemDocument.of(
                gui(clearover).post(UNIFIED, text(start("web01", type).add(field, value))), 400);

        assertThat(problem.getBoolean("success")).isFalse();
        assertThat(problem.getString("message")).contains(field);
        assertThat(problem.getString("error")).isEqualTo(problem.getString("message"));
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isZero();
    }

    static Stream<Arguments> what_this_engine_does_not_do_is_refused_with_the_reason() {
        return Stream.of(
                Arguments.of("test", "network_mappings", object("VM Network", "net-1")),
                Arguments.of("test", "custom_config", object("a", "b")),
                Arguments.of("test", "network_strategy", Json.createValue("custom")),
                Arguments.of("test", "network_strategy", Json.createValue("live")),
                Arguments.of("live", "network_strategy", Json.createValue("test")),
                Arguments.of("test", "vm_naming", Json.createValue("exact")),
                Arguments.of("live", "vm_naming", Json.createValue("suffixed")),
                Arguments.of("test", "test_duration", Json.createValue("30m")),
                Arguments.of("test", "power_off_source", JsonValue.TRUE),
                Arguments.of("live", "skip_validation", JsonValue.TRUE),
                Arguments.of("live", "failover_type", Json.createValue("planned")));
    }

    @ParameterizedTest
    @MethodSource
    void what_the_appliances_own_form_would_send_is_accepted(
            String type, Map<String, JsonValue> options, Clearover clearover) {
        JsonObjectBuilder body = start("app01", type);
        options.forEach(body::add);

        started(gui(clearover).post(UNIFIED, text(body)));
    }

    static Stream<Arguments> what_the_appliances_own_form_would_send_is_accepted() {
        return Stream.of(
                Arguments.of("test", Map.of()),
                Arguments.of(
                        "test",
                        Map.of(
                                "test_duration", Json.createValue("2h"),
                                "network_strategy", Json.createValue("test"),
                                "vm_naming", Json.createValue("suffixed"),
                                "skip_validation", JsonValue.FALSE,
                                "skip_virtio", JsonValue.FALSE)),
                Arguments.of(
                        "live",
                        Map.of(
                                "power_off_source", JsonValue.TRUE,
                                "perform_final_sync", JsonValue.TRUE,
                                "network_strategy", Json.createValue("live"),
                                "vm_naming", Json.createValue("exact"),
                                "skip_validation", JsonValue.FALSE,
                                "network_mappings", JsonValue.EMPTY_JSON_OBJECT)));
    }

    @Test
    void several_wrong_fields_are_all_named_in_the_message(Clearover clearover) {
        JsonObject problem = ProblemDocument.of(
                gui(clearover)
                        .post(
                                UNIFIED,
                                text(start("web01", "test")
                                        .add("skip_validation", true)
                                        .add("vm_naming", "exact"))),
                400);

        assertThat(problem.getString("message")).contains("skip_validation", "vm_naming");
    }

    @Test
    void a_start_that_is_not_possible_now_says_why_in_message_and_error(Clearover clearover) {
        clearover.sql("UPDATE vm_replication_contexts SET current_status = 'replicating' WHERE vm_name = 'web01'");

        JsonObject problem = ProblemDocument.of(gui(clearover).post(UNIFIED, text(start("web01", "test"))), 409);

        assertThat(problem.getString("message")).isEqualTo(problem.getString("detail"));
        assertThat(problem.getString("error")).isEqualTo(problem.getString("detail"));
    }

    @Test
    void the_rollback_of_a_live_failover_is_watched_to_its_end_and_switches_the_source_on(Clearover clearover) {
        clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}"));

        JsonObject started = started(gui(clearover).post(ROLLBACK, text(rollback("live", true))));

        assertThat(started.getString("job_id")).startsWith("rollback-live-failover-web01-");
        JsonObject data = started.getJsonObject("data");
        assertThat(data.getString("rollback_type")).isEqualTo("live");
        assertThat(data.getString("context_id")).isEqualTo(WEB01);
        assertThat(data.getString("vm_name")).isEqualTo("web01");
        assertThat(data.getString("vmware_vm_id")).isEqualTo(vmwareId(clearover));
        assertThat(data.getBoolean("power_on_source")).isTrue();
        assertThat(data.getBoolean("force_cleanup")).isFalse();
        JsonObject end = ended(started.getString("job_id"), clearover);
        assertThat(end.getString("status")).isEqualTo("completed");
        assertThat(end.getJsonObject("job_details").getString("job_type")).isEqualTo("cleanup");
        assertThat(end.getJsonObject("job_details").getString("operation"))
                .isEqualTo("enhanced-live-failover-rollback");
        assertThat(sourcePower(clearover)).isEqualTo("poweredOn");
    }

    /** After a failure the GUI takes every failover for a test, and then always says that the source stays as it is. */
    @Test
    void the_rollback_of_a_live_failover_that_failed_does_not_leave_the_source_off(Clearover clearover) {
        failLiveFailover(clearover);
        assertThat(sourcePower(clearover)).isEqualTo("poweredOff");

        JsonObject started = started(gui(clearover).post(ROLLBACK, text(rollback("test", false))));

        assertThat(started.getString("job_id")).startsWith("rollback-live-failover-web01-");
        assertThat(started.getJsonObject("data").getBoolean("power_on_source")).isTrue();
        assertThat(ended(started.getString("job_id"), clearover).getString("status"))
                .isEqualTo("completed");
        assertThat(sourcePower(clearover)).isEqualTo("poweredOn");
    }

    @Test
    void a_rollback_after_one_that_failed_switches_the_source_on_if_that_was_to(Clearover clearover) {
        clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}"));
        Lab lab = clearover.installation().lab();
        lab.faults().add(Fault.of("power-on", FaultKind.REFUSE).forVm("web01").always());
        JsonObject first = started(gui(clearover).post(ROLLBACK, text(rollback("live", true))));
        assertThat(ended(first.getString("job_id"), clearover).getString("status"))
                .isEqualTo("failed");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("cleanup_required");
        clearover.letGo();

        JsonObject again = started(gui(clearover).post(ROLLBACK, text(rollback("test", false))));

        assertThat(ended(again.getString("job_id"), clearover).getString("status"))
                .isEqualTo("completed");
        assertThat(sourcePower(clearover)).isEqualTo("poweredOn");
    }

    @Test
    void a_rollback_of_what_runs_live_is_refused_to_who_takes_it_for_a_test(Clearover clearover) {
        clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}"));

        JsonObject problem = ProblemDocument.of(gui(clearover).post(ROLLBACK, text(rollback("test", false))), 400);

        assertThat(problem.getString("message")).contains("failover_type");
    }

    @Test
    void a_failed_operation_is_cleaned_up_before_the_answer(Clearover clearover) {
        failLiveFailover(clearover);

        Api.Answer answer = gui(clearover).post("/api/v1/failover/web01/cleanup-failed", null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonObject cleaned = answer.json();
        assertThat(cleaned.getBoolean("success")).isTrue();
        assertThat(cleaned.getString("message")).isNotBlank();
        assertThat(cleaned.getString("vm_name")).isEqualTo("web01");
        assertThat(cleaned.getString("timestamp")).isNotBlank();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
        assertThat(sourcePower(clearover)).isEqualTo("poweredOn");
    }

    @ParameterizedTest
    @CsvSource({
        "ready_for_failover, nothing to clean up",
        "failed_over_test, roll it back",
        "failed_over_live, roll it back"
    })
    void a_clean_up_where_nothing_failed_is_refused_in_a_sentence(String state, String why, Clearover clearover) {
        clearover.sql(
                "UPDATE vm_replication_contexts SET current_status = '%s' WHERE vm_name = 'web01'".formatted(state));

        Api.Answer answer = gui(clearover).post("/api/v1/failover/web01/cleanup-failed", null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(answer.text()).contains(why).doesNotContain("{", "\"");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo(state);
    }

    @Test
    void a_clean_up_that_fails_says_why_in_a_sentence(Clearover clearover) {
        failLiveFailover(clearover);
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("power-on", FaultKind.REFUSE).forVm("web01").always());

        Api.Answer answer = gui(clearover).post("/api/v1/failover/web01/cleanup-failed", null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.text()).isNotBlank().doesNotContain("{", "\"", "power-on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my vm 1", "it's \"new\" & old", "Bücher_1", "50% off", "a/b", "vm \uD83D\uDD25"})
    void a_clean_up_finds_its_vm_whatever_that_is_called(String name, Clearover clearover) {
        clearover.insertVm("ctx-named", name, "vcenter.example.com", "ready_for_failover");

        Api.Answer answer =
                gui(clearover).post("/api/v1/failover/%s/cleanup-failed".formatted(Gui.encoded(name)), null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.text()).contains("nothing to clean up");
    }

    @Test
    void a_script_ends_a_test_by_the_vms_name(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        String body = "{\"context_id\": \"%s\", \"vm_name\": \"web01\", \"cleanup_type\": \"test\"}".formatted(WEB01);

        Api.Answer answer = gui(clearover).post("/api/v1/failover/cleanup/web01", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().getBoolean("success")).isTrue();
        assertThat(answer.json().getString("message")).isNotBlank();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_script_that_cleans_up_does_not_undo_a_live_failover(Clearover clearover) {
        clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}"));

        ProblemDocument.of(gui(clearover).post("/api/v1/failover/cleanup/web01", "{}"), 409);

        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("failed_over_live");
    }

    @Test
    void who_asks_for_json_gets_a_problem_document(Clearover clearover) {
        Api.Answer answer = clearover.as("operator").post("/api/v1/failover/web01/cleanup-failed", "");

        assertThat(ProblemDocument.of(answer, 409).getString("type")).isEqualTo("/problems/wrong-vm-state");
    }

    @Test
    void a_completed_test_is_ended_by_its_job(Clearover clearover) {
        JsonObject test = started(gui(clearover).post(UNIFIED, text(start("web01", "test"))));
        String id = test.getString("job_id");
        ended(id, clearover);

        Api.Answer answer = gui(clearover).delete("/api/v1/failover/test/" + id);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().getBoolean("success")).isTrue();
        assertThat(answer.json().getString("job_id")).isEqualTo(id);
        JsonObject data = answer.json().getJsonObject("data");
        assertThat(data.getString("job_id")).isEqualTo(id);
        assertThat(data.getString("context_id")).isEqualTo(WEB01);
        assertThat(data.getString("vm_name")).isEqualTo("web01");
        assertThat(data.getString("vm_id")).isEqualTo(vmwareId(clearover));
        assertThat(data.getString("cleanup_status")).isEqualTo("completed");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_test_that_is_not_what_there_is_now_is_not_ended(Clearover clearover) {
        String test = clearover.startTestFailover("web01");
        clearover.ended(test);
        clearover.ended(clearover.startRollback("web01"));

        JsonObject over = ProblemDocument.of(gui(clearover).delete("/api/v1/failover/test/" + test), 409);
        String live = clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}");
        clearover.ended(live);
        JsonObject older = ProblemDocument.of(gui(clearover).delete("/api/v1/failover/test/" + test), 409);
        JsonObject other = ProblemDocument.of(gui(clearover).delete("/api/v1/failover/test/" + live), 409);

        assertThat(over.getString("error")).contains("nothing to roll back");
        assertThat(older.getString("error")).contains("newer failover");
        assertThat(other.getString("error")).contains("Only a test failover");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("failed_over_live");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my vm 1",
                "it's \"new\" & old",
                "Bücher_Überprüfung",
                "a-longer-name-of-some-server-0001",
                "a-name-too-long-for-the-column-whatever-is-left-out-0001",
                "vm \uD83D\uDD25"
            })
    void a_job_is_found_by_the_id_with_its_vms_name_everywhere(String name, Clearover clearover) {
        clearover.insertVm("ctx-named", name, "vcenter.example.com", "ready_for_failover");
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("context_id", "ctx-named")
                .add("vmware_vm_id", "ctx-named")
                .add("vm_name", name)
                .add("failover_type", "test");
        JsonObject started = started(gui(clearover).post(UNIFIED, text(body)));
        String id = started.getString("job_id");
        String internal = started.getString("internal_job_id");

        assertThat(id).contains(name);
        clearover.ended(internal);
        String job = "/api/v1/failover/" + Gui.encoded(id);
        assertThat(gui(clearover).read(job + "/status").json().getString("job_id"))
                .isEqualTo(internal);
        assertThat(clearover.as("operator").post(job + "/cancel", "").json().getString("type"))
                .endsWith("/job-ended");
        assertThat(clearover.as("operator").post(job + "/check", "{}").json().getString("job_id"))
                .isEqualTo(internal);
        assertThat(clearover.as("operator").post(job + "/retry", "").status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50% off", "a/b", "c:\\d", "e#1"})
    void a_name_that_no_address_can_carry_keeps_its_job_found(String name, Clearover clearover) {
        clearover.insertVm("ctx-named", name, "vcenter.example.com", "ready_for_failover");
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("context_id", "ctx-named")
                .add("vm_name", name)
                .add("failover_type", "test");

        String id = started(gui(clearover).post(UNIFIED, text(body))).getString("job_id");

        assertThat(gui(clearover)
                        .read("/api/v1/failover/%s/status".formatted(id.replace(" ", "%20")))
                        .json()
                        .getString("vm_name"))
                .isEqualTo(name);
    }

    @Test
    void the_newest_job_of_a_vm_is_found_by_its_context_id(Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);

        assertThat(status(WEB01, clearover).getString("job_id")).isEqualTo(job);
    }

    @Test
    void a_failover_that_another_program_keeps_by_an_id_of_its_own_is_found_by_that(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO failover_jobs (job_id, vm_id, vm_context_id, job_type, status, source_vm_name, error_message,
                  started_at, completed_at) VALUES ('test-failover-web01-1', '4205', '%s', 'test', 'failed', 'web01',
                  'failed to inject VirtIO drivers: exit status 1', '2025-10-01 10:00:00', '2025-10-01 10:05:00')"""
                        .formatted(WEB01));

        Api.Answer answer = gui(clearover).read("/api/v1/failover/test-failover-web01-1/status");

        JsonObject status = answer.json();
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("operation_type")).isEqualTo("test_failover");
        assertThat(status.getString("vm_name")).isEqualTo("web01");
        JsonObject details = status.getJsonObject("job_details");
        assertThat(details.getString("tracking_source")).isEqualTo("failover_jobs");
        assertThat(details).doesNotContainKey("total_steps");
        assertThat(answer.text()).doesNotContain("exit status");
    }

    @Test
    void of_a_failover_with_two_ids_the_steps_are_found_by_either(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO failover_jobs (job_id, vm_id, vm_context_id, job_type, status, source_vm_name) VALUES
                 ('test-failover-web01-2', '4205', '%s', 'test', 'completed', 'web01')"""
                        .formatted(WEB01),
                """
                INSERT INTO job_tracking (id, job_type, operation, status, context_id, external_job_id, metadata) VALUES
                 ('two', 'failover', 'unified-test-failover', 'completed', '%s', 'unified-test-failover-web01-2',
                  '{"failover_job_id": "test-failover-web01-2"}')"""
                        .formatted(WEB01));

        assertThat(status("test-failover-web01-2", clearover).getString("job_id"))
                .isEqualTo("two");
    }

    @Test
    void an_unknown_job_is_told_in_message_and_error(Clearover clearover) {
        JsonObject problem = ProblemDocument.of(gui(clearover).read("/api/v1/failover/nothing/status"), 404);

        assertThat(problem.getString("message")).isNotBlank();
        assertThat(problem.getBoolean("success")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"live, no", "test, yes"})
    void what_to_ask_before_a_rollback_is_told(String type, String byDefault, Clearover clearover) {
        JsonObject decision = gui(clearover)
                .read("/api/v1/failover/rollback/decision/%s/web01".formatted(type))
                .json();

        assertThat(decision.getString("decision_id")).isNotBlank();
        assertThat(decision.getString("question")).endsWith(".");
        assertThat(decision.getJsonArray("options").toString()).isEqualTo("[\"yes\",\"no\"]");
        assertThat(decision.getString("default_value")).isEqualTo(byDefault);
        assertThat(decision.getBoolean("required")).isFalse();
    }

    private static Gui gui(Clearover clearover) {
        return new Gui(clearover.url(), "operator");
    }

    private static JsonObjectBuilder start(String vmName, String type) {
        return Json.createObjectBuilder()
                .add("context_id", "ctx-%s-20250901-090000".formatted(vmName))
                .add("vm_name", vmName)
                .add("failover_type", type);
    }

    private static JsonObjectBuilder rollback(String type, boolean powerOnSource) {
        return start("web01", type).add("power_on_source", powerOnSource).add("force_cleanup", false);
    }

    private static String text(JsonObjectBuilder body) {
        return body.build().toString();
    }

    private static JsonObject object(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonObject started(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().getBoolean("success")).isTrue();
        assertThat(answer.json().getString("message")).isNotBlank();
        return answer.json();
    }

    private static JsonObject status(String jobId, Clearover clearover) {
        Api.Answer answer = gui(clearover).read("/api/v1/failover/%s/status".formatted(jobId));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** As the GUI polls: until the job has completed or failed. */
    private static JsonObject ended(String jobId, Clearover clearover) {
        return await("the job has ended for the GUI")
                .atMost(Duration.ofSeconds(90))
                .until(() -> status(jobId, clearover), status -> List.of("completed", "failed")
                        .contains(status.getString("status")));
    }

    private static void failLiveFailover(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        lab.faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB).forVm("web01"));
        lab.faults().add(Fault.of("power-on", FaultKind.REFUSE).forVm("web01").always());
        clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}"));
        clearover.letGo();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("cleanup_required");
    }

    private static String vmwareId(Clearover clearover) {
        return clearover.text("SELECT vmware_vm_id FROM vm_replication_contexts WHERE vm_name = 'web01'");
    }

    private static String sourcePower(Clearover clearover) {
        return clearover.installation().lab().look().of("web01").sourcePower();
    }
}
