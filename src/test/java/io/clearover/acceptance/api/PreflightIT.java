package io.clearover.acceptance.api;

import static io.clearover.acceptance.api.PreflightAnswers.PATH;
import static io.clearover.acceptance.api.PreflightAnswers.check;
import static io.clearover.acceptance.api.PreflightAnswers.preflight;
import static io.clearover.acceptance.api.PreflightAnswers.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.LabKeys;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a preflight says of each VM, to whom, and what it leaves as it is; a failover makes the same checks. */
@WithClearover
class PreflightIT {

    @ParameterizedTest
    @ValueSource(strings = {"test", "live"})
    void web01_passes(String type, Clearover clearover) {
        JsonObject answer =
                preflight(clearover, "viewer", "{\"vm_name\": \"web01\", \"failover_type\": \"%s\"}".formatted(type));

        assertThat(answer.getString("context_id")).isEqualTo(clearover.contextId("web01"));
        assertThat(answer.getString("vm_name")).isEqualTo("web01");
        assertThat(answer.getString("failover_type")).isEqualTo(type);
        assertThat(results(answer).values()).containsOnly("pass");
        assertThat(answer.getString("result")).isEqualTo("pass");
    }

    @Test
    void each_check_says_what_it_is_about(Clearover clearover) {
        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"web01\", \"failover_type\": \"live\"}");

        assertThat(results(answer).keySet())
                .containsExactlyInAnyOrder(
                        "vm-state",
                        "running-operation",
                        "replication",
                        "network-mapping",
                        "destination",
                        "volumes",
                        "volume-use",
                        "snapshots",
                        "left-overs",
                        "networks",
                        "zone",
                        "service-offering",
                        "template",
                        "capacity",
                        "hosts",
                        "quota",
                        "vm-name",
                        "driver-tool",
                        "exports",
                        "disk-space",
                        "source",
                        "source-vm");
        assertThat(answer.getJsonArray("checks").getValuesAs(JsonObject.class)).allSatisfy(check -> {
            for (String text : List.of("display_name", "message", "reason", "category")) {
                assertThat(check.getString(text)).as(check.toString()).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pgtest1", "db01", "erp01", "legacy01"})
    void what_only_the_failover_itself_finds_out_does_not_fail(String vm, Clearover clearover) {
        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"%s\"}".formatted(vm));

        assertThat(results(answer).values()).as(answer.toString()).doesNotContain("fail");
    }

    @ParameterizedTest
    @CsvSource({"db01, volume-use", "legacy01, hosts"})
    void what_can_be_seen_before_is_warned_of(String vm, String check, Clearover clearover) {
        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"%s\"}".formatted(vm));

        assertThat(results(answer)).as(answer.toString()).containsEntry(check, "warn");
        assertThat(answer.getString("result")).isEqualTo("warn");
        assertThat(check(answer, check).getJsonArray("actionable_steps")).isNotEmpty();
    }

    @Test
    void a_last_failure_whose_cause_no_check_can_see_is_warned_of_with_its_time(Clearover clearover) {
        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"pgtest1\"}");

        JsonObject last = check(answer, "last-failure");
        assertThat(last.getString("result")).isEqualTo("warn");
        assertThat(Instant.parse(last.getString("failed_at")))
                .isBetween(
                        Instant.now().minus(Duration.ofDays(10)), Instant.now().minus(Duration.ofDays(8)));
        assertThat(last.getString("reason")).contains("Windows drivers could not be installed");
        assertThat(last.getJsonArray("actionable_steps")).isNotEmpty();
        assertThat(last.getString("category")).isEqualTo("compatibility");
    }

    @Test
    void a_last_failure_advises_nothing_that_its_vm_refutes(Clearover clearover) {
        JsonObject answer = preflight(clearover, "viewer", "{\"vm_name\": \"pgtest1\"}");

        assertThat(check(answer, "last-failure").getJsonArray("actionable_steps"))
                .as("pgtest1 is known to be a Windows Server")
                .isNotEmpty()
                .noneMatch(step -> step.toString().contains("Windows-based"));
    }

    @Test
    void a_last_failure_is_warned_of_though_its_program_gave_it_no_id(Clearover clearover) {
        clearover.sql("UPDATE job_tracking SET external_job_id = NULL WHERE context_id = '%s'"
                .formatted(clearover.contextId("pgtest1")));

        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"pgtest1\"}")))
                .containsEntry("last-failure", "warn");
    }

    @Test
    void a_last_failure_is_told_to_be_mended_when_its_cause_is_seen_to_be_gone(Clearover clearover) {
        String template = clearover.text("SELECT template_id FROM ossea_configs");
        clearover.sql("UPDATE ossea_configs SET template_id = 'nothing'");
        clearover.ended(clearover.startTestFailover("web01"));
        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}")))
                .containsEntry("last-failure", "warn");

        clearover.sql("UPDATE ossea_configs SET template_id = '%s'".formatted(template));

        JsonObject mended = preflight(clearover, "viewer", "{\"vm_name\": \"web01\"}");
        assertThat(results(mended)).containsEntry("last-failure", "pass");
        assertThat(mended.getString("result")).isEqualTo("pass");
    }

    @Test
    void a_failover_that_completed_since_leaves_nothing_to_tell(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("far01"));
        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"far01\"}")))
                .containsEntry("last-failure", "warn");

        clearover.ended(
                clearover.start("/api/v1/failover/test", "{\"vm_name\": \"far01\", \"perform_final_sync\": false}"));

        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"far01\"}")))
                .doesNotContainKey("last-failure");
    }

    @Test
    void a_vm_that_fits_on_one_server_alone_passes(Clearover clearover) {
        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"erp01\"}")))
                .containsEntry("hosts", "pass")
                .containsEntry("volume-use", "pass");
    }

    @Test
    void drivers_matter_for_windows_alone_and_only_if_they_are_wanted(Clearover clearover) {
        JsonObject without = preflight(clearover, "viewer", "{\"vm_name\": \"web01\", \"skip_virtio\": true}");

        assertThat(results(preflight(clearover, "viewer", "{\"vm_name\": \"db01\"}")))
                .doesNotContainKey("driver-tool");
        assertThat(results(without)).doesNotContainKey("driver-tool").containsEntry("without-drivers", "warn");
        assertThat(without.getString("result")).isEqualTo("warn");
    }

    @Test
    void a_live_failover_that_leaves_the_source_as_it_is_is_warned_of(Clearover clearover) {
        JsonObject answer = preflight(
                clearover,
                "viewer",
                "{\"vm_name\": \"web01\", \"failover_type\": \"live\", \"power_off_source\": false,"
                        + " \"perform_final_sync\": false}");

        assertThat(results(answer))
                .containsEntry("source-stays-on", "warn")
                .containsEntry("without-final-sync", "warn")
                .doesNotContainKey("source");
    }

    @Test
    void only_admins_get_technical_details_and_these_hold_no_secrets(Clearover clearover) {
        clearover.sql("UPDATE ossea_configs SET api_url = 'http://localhost:1/client/api'");
        String body = "{\"vm_name\": \"far01\", \"failover_type\": \"live\"}";

        for (String user : List.of("viewer", "operator")) {
            assertThat(clearover.as(user).post(PATH, body).text())
                    .doesNotContain("technical_details", "http:", "CloudStack", "SNA", "localhost");
        }
        JsonObject answer = preflight(clearover, "admin", body);
        assertThat(check(answer, "destination").getString("technical_details"))
                .contains("CloudStack API request failed", "localhost:1");
        assertThat(check(answer, "source-vm").getString("technical_details")).contains("SNA discovery");
        assertThat(answer.toString()).doesNotContain(LabKeys.API_KEY, LabKeys.SECRET_KEY, LabKeys.SOURCE_PASSWORD);
    }

    @Test
    void it_changes_nothing(Clearover clearover) {
        List<String> rows = checksums(clearover);
        JsonObject site = clearover.dataCentre();

        for (String vm : List.of("web01", "app01", "far01")) {
            for (String type : List.of("test", "live")) {
                preflight(
                        clearover, "operator", "{\"vm_name\": \"%s\", \"failover_type\": \"%s\"}".formatted(vm, type));
            }
        }

        assertThat(clearover.dataCentre()).isEqualTo(site);
        assertThat(checksums(clearover)).isEqualTo(rows);
    }

    @Test
    void it_answers_in_german_too(Clearover clearover) {
        Api.Answer answer = clearover.as("viewer").postIn(PATH, "de", "{\"vm_name\": \"app01\"}");

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(check(answer.json(), "vm-state").getString("display_name")).isEqualTo("Zustand der VM");
        assertThat(check(answer.json(), "network-mapping").getString("message")).startsWith("Vorabprüfung");
    }

    @Test
    void a_wrong_request_is_refused_as_a_start_is(Clearover clearover) {
        assertThat(ProblemDocument.fieldsAtFault(ProblemDocument.of(
                        clearover.as("viewer").post(PATH, "{\"vm_name\": \"web01\", \"failover_type\": \"soon\"}"),
                        400)))
                .containsExactly("failover_type");
        assertThat(ProblemDocument.fieldsAtFault(ProblemDocument.of(
                        clearover.as("viewer").post(PATH, "{\"vm_name\": \"web01\", \"power_off_source\": true}"),
                        400)))
                .containsExactly("power_off_source");
        ProblemDocument.of(clearover.as("viewer").post(PATH, "{\"vm_name\": \"nobody\"}"), 404);
        ProblemDocument.of(clearover.as("viewer").post(PATH, "{\"context_id\": \"nobody\"}"), 404);
        ProblemDocument.of(
                clearover
                        .as("viewer")
                        .post(
                                PATH,
                                "{\"context_id\": \"%s\", \"vm_name\": \"db01\"}"
                                        .formatted(clearover.contextId("web01"))),
                400);
    }

    @Test
    void a_failover_makes_the_same_checks_first(Clearover clearover) {
        clearover.sql("UPDATE ossea_configs SET template_id = 'nothing'");

        JsonObject ended = clearover.ended(clearover.startTestFailover("web01"), "admin");

        assertThat(ended.getString("status")).isEqualTo("failed");
        assertThat(ended.getInt("steps_completed")).isZero();
        assertThat(ended.getString("error_message_user"))
                .isEqualTo(check(
                                preflight(clearover, "viewer", "{\"vm_name\": \"web01\", \"failover_type\": \"live\"}"),
                                "template")
                        .getString("message"));
    }

    @Test
    void a_warning_stops_no_failover(Clearover clearover) {
        clearover.sql("UPDATE replication_jobs SET completed_at = completed_at - INTERVAL 3 DAY");

        JsonObject ended = clearover.ended(clearover.startTestFailover("web01"));

        assertThat(ended.getString("status")).isEqualTo("completed");
    }

    private static List<String> checksums(Clearover clearover) {
        return List.of(
                        "vm_replication_contexts",
                        "vm_disks",
                        "ossea_volumes",
                        "device_mappings",
                        "job_tracking",
                        "job_steps",
                        "failover_jobs",
                        "replication_jobs",
                        "network_mappings",
                        "ossea_configs")
                .stream()
                .map(clearover::checksum)
                .toList();
    }
}
