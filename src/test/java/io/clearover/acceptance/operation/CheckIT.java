package io.clearover.acceptance.operation;

import static io.clearover.acceptance.support.CheckAnswers.check;
import static io.clearover.acceptance.support.CheckAnswers.checkIn;
import static io.clearover.acceptance.support.CheckAnswers.finding;
import static io.clearover.acceptance.support.CheckAnswers.path;
import static io.clearover.acceptance.support.CheckAnswers.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.CheckAnswers;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.LabKeys;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what made a job fail is still so: what an operator is told who asks. */
@WithClearover
class CheckIT {

    private static final String BROKEN = "UPDATE ossea_configs SET template_id = 'nothing'";

    @Test
    void a_cause_that_is_there_is_still_so_and_offers_no_retry(Clearover clearover) {
        String job = failedByTemplate(clearover);

        JsonObject answer = check(clearover, "operator", job);

        assertThat(answer.getString("job_id")).isEqualTo(job);
        assertThat(answer.getString("vm_name")).isEqualTo("web01");
        assertThat(answer.getString("result")).isEqualTo("still_so");
        assertThat(results(answer)).containsEntry("template", "still_so").containsEntry("destination", "no_longer_so");
        assertThat(answer.getJsonArray("actions")).isEmpty();
        assertThat(Instant.parse(answer.getString("checked_at")))
                .isAfter(Instant.now().minusSeconds(30));
        JsonObject template = finding(answer, "template");
        assertThat(template.getString("side")).isEqualTo("destination");
        assertThat(template.getString("object")).isEqualTo("template");
        for (String text : List.of("display_name", "message", "reason", "checked_at")) {
            assertThat(template.getString(text)).as(text).isNotBlank();
        }
        assertThat(template.getJsonArray("actionable_steps")).isNotEmpty();
    }

    @Test
    void a_cause_that_is_gone_is_told_so_and_the_retry_that_is_offered_works(Clearover clearover) {
        String template = clearover.text("SELECT template_id FROM ossea_configs");
        String job = failedByTemplate(clearover);
        clearover.sql("UPDATE ossea_configs SET template_id = '%s'".formatted(template));

        JsonObject answer = check(clearover, "operator", job);

        assertThat(answer.getString("result")).as(answer.toString()).isEqualTo("no_longer_so");
        assertThat(results(answer)).containsEntry("template", "no_longer_so");
        assertThat(answer.getJsonArray("actions").getValuesAs(JsonString::getString))
                .containsExactly("retry");
        String again = clearover.start("/api/v1/failover/%s/retry".formatted(job), "");
        assertThat(clearover.ended(again).getString("status")).isEqualTo("completed");
    }

    /** What a failover fails on that some probe sees, and how it is mended. */
    @ParameterizedTest
    @CsvSource({
        "createSnapshot, UNAVAILABLE",
        "discover, DROP_BEFORE",
        "discover, REFUSE_401",
        "discover, REFUSE",
        "listZones, REFUSE_401",
    })
    void a_fault_that_has_passed_is_told_to_be_gone_and_offers_the_retry(
            String call, FaultKind kind, Clearover clearover) {
        clearover.installation().lab().faults().add(Fault.of(call, kind).always());
        String job = clearover.startTestFailover("web01");
        assertThat(clearover.ended(job).getString("status")).isEqualTo("failed");
        clearover.letGo();

        JsonObject answer = check(clearover, "operator", job);

        assertThat(answer.getString("result")).as(answer.toString()).isEqualTo("no_longer_so");
        assertThat(answer.getJsonArray("actions").getValuesAs(JsonString::getString))
                .containsExactly("retry");
    }

    @Test
    void what_no_check_can_see_can_not_be_told(Clearover clearover) {
        String job = clearover.startTestFailover("pgtest1");
        clearover.ended(job);

        JsonObject answer = check(clearover, "operator", job);

        assertThat(answer.getString("result")).as(answer.toString()).isEqualTo("cannot_tell");
        assertThat(answer.getJsonArray("actions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db01", "legacy01", "far01", "app01"})
    void each_lasting_fault_of_the_labs_vms_is_still_so(String vm, Clearover clearover) {
        String job = clearover.startTestFailover(vm);
        clearover.ended(job);

        JsonObject answer = check(clearover, "operator", job);

        assertThat(answer.getString("result")).as(answer.toString()).isEqualTo("still_so");
    }

    @Test
    void a_failure_that_tells_nothing_has_all_asked(Clearover clearover) {
        insertFailed(clearover, "job-unknown", "operation failed");

        assertThat(results(check(clearover, "operator", "job-unknown")).keySet())
                .contains(
                        "destination",
                        "zone",
                        "service-offering",
                        "template",
                        "networks",
                        "network-mapping",
                        "volumes",
                        "volume-use",
                        "snapshots",
                        "capacity",
                        "hosts",
                        "quota",
                        "source",
                        "source-vm",
                        "driver-tool",
                        "volume-devices",
                        "exports",
                        "database",
                        "disk-space");
    }

    @Test
    void a_failure_of_another_program_can_be_checked_but_not_repeated_here(Clearover clearover) {
        insertFailed(clearover, "job-of-others", "CloudStack knows no template with the id or name \"x\"");

        JsonObject answer = check(clearover, "operator", "job-of-others");

        assertThat(results(answer)).containsEntry("template", "no_longer_so");
        assertThat(answer.getString("result")).isEqualTo("no_longer_so");
        assertThat(answer.getJsonArray("actions")).isEmpty();
        assertThat(answer.getJsonObject("left_behind").getBoolean("complete")).isFalse();
    }

    @Test
    void only_admins_get_what_is_technical_and_without_secrets(Clearover clearover) {
        String job = failedByTemplate(clearover);
        clearover.sql("UPDATE ossea_configs SET secret_key = 'wrong-secret'");

        String operator = checkIn(clearover, "operator", "en", job).text();
        JsonObject admin = check(clearover, "admin", job);

        assertThat(operator).doesNotContain("\"technical\"", "CloudStack", "http:", "localhost", "401");
        assertThat(finding(admin, "destination").getString("technical")).contains("CloudStack API error 401");
        assertThat(admin.toString()).doesNotContain(LabKeys.API_KEY, "wrong-secret", LabKeys.SOURCE_PASSWORD);
    }

    @Test
    void it_answers_in_german_too(Clearover clearover) {
        String job = failedByTemplate(clearover);

        Api.Answer answer = checkIn(clearover, "operator", "de", job);

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(answer.json().getString("message")).isEqualTo("Die Ursache des Fehlers besteht noch");
        assertThat(finding(answer.json(), "destination").getString("display_name"))
                .isEqualTo("Zielplattform");
    }

    @Test
    void a_probe_that_proves_the_error_wrong_corrects_it(Clearover clearover) {
        clearover.failForNow("createSnapshot", "web01");
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);
        clearover.letGo();
        clearover.sql("UPDATE ossea_configs SET secret_key = 'wrong'");

        JsonObject answer = check(clearover, "operator", job);

        assertThat(answer.getString("result")).isEqualTo("still_so");
        JsonObject correction = answer.getJsonObject("correction");
        assertThat(correction.getString("condition")).isEqualTo("sign_in_failed");
        assertThat(correction.getString("object")).isEqualTo("credentials");
        assertThat(correction.getString("probe")).isEqualTo("destination");
        for (String text : List.of("note", "message", "reason", "cause")) {
            assertThat(correction.getString(text)).as(text).isNotBlank();
        }
    }

    @Test
    void what_keeps_a_side_from_being_asked_is_no_other_cause(Clearover clearover) {
        String job = clearover.startTestFailover("db01");
        clearover.ended(job);
        clearover.sql("UPDATE ossea_configs SET secret_key = 'wrong'");

        JsonObject answer = check(clearover, "operator", job);

        assertThat(results(answer)).containsEntry("destination", "still_so");
        assertThat(answer.getString("result")).isEqualTo("cannot_tell");
        assertThat(answer.get("correction")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void what_fits_the_error_corrects_nothing(Clearover clearover) {
        assertThat(check(clearover, "operator", failedByTemplate(clearover)).get("correction"))
                .isEqualTo(JsonValue.NULL);
    }

    @Test
    void it_changes_nothing(Clearover clearover) {
        String job = failedByTemplate(clearover);
        CheckAnswers.checked(clearover, job, "admin");
        List<String> tables = List.of("job_tracking", "job_steps", "vm_replication_contexts", "ossea_volumes");
        List<String> before = tables.stream().map(clearover::checksum).toList();
        JsonObject site = clearover.dataCentre();

        check(clearover, "operator", job);

        assertThat(clearover.dataCentre()).isEqualTo(site);
        assertThat(tables.stream().map(clearover::checksum).toList()).isEqualTo(before);
    }

    @Test
    void when_all_hang_it_answers_within_its_limit_that_it_can_not_tell(Clearover clearover) {
        String job = failedByTemplate(clearover);
        CheckAnswers.checked(clearover, job, "admin");
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("destination", FaultKind.HANG).always());
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("source", FaultKind.HANG).always());

        Instant asked = Instant.now();
        JsonObject answer = check(clearover, "operator", job);

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(13));
        assertThat(answer.getString("result")).isEqualTo("cannot_tell");
        assertThat(results(answer).values()).containsOnly("cannot_tell");
        assertThat(answer.getJsonObject("left_behind").getBoolean("complete")).isFalse();
    }

    @Test
    void viewers_may_not_ask(Clearover clearover) {
        String job = failedByTemplate(clearover);

        ProblemDocument.of(clearover.as("viewer").post(path(job), ""), 403);
        ProblemDocument.of(clearover.as(null).post(path(job), ""), 401);
    }

    @Test
    void what_is_no_failed_job_is_refused(Clearover clearover) {
        ProblemDocument.of(clearover.as("operator").post(path("nothing"), ""), 404);
        String completed = clearover.text("SELECT id FROM job_tracking WHERE status = 'completed' LIMIT 1");
        assertThat(ProblemDocument.of(clearover.as("operator").post(path(completed), ""), 409)
                        .getString("type"))
                .isEqualTo("/problems/nothing-to-check");
        insertFailed(clearover, "job-of-nobody", "operation failed");
        clearover.sql("UPDATE job_tracking SET context_id = NULL, metadata = NULL WHERE id = 'job-of-nobody'");
        ProblemDocument.of(clearover.as("operator").post(path("job-of-nobody"), ""), 409);
        ProblemDocument.of(clearover.as("operator").send("POST", path(completed), null, BodyPublishers.noBody()), 415);
    }

    @Test
    void too_many_at_once_are_told_when_to_come_again(Clearover clearover) {
        String job = failedByTemplate(clearover);

        List<Api.Answer> answers = IntStream.range(0, 120)
                .parallel()
                .mapToObj(i -> clearover.as("admin").post(path(job), ""))
                .toList();

        assertThat(answers).extracting(Api.Answer::status).contains(200, 429).containsOnly(200, 429);
        Api.Answer refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(ProblemDocument.of(refused, 429).getString("instance")).isEqualTo(path(job));
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    private static String failedByTemplate(Clearover clearover) {
        clearover.sql(BROKEN);
        String job = clearover.startTestFailover("web01");
        assertThat(clearover.ended(job).getString("status")).isEqualTo("failed");
        return job;
    }

    /** A failure of web01 that another program recorded. */
    private static void insertFailed(Clearover clearover, String id, String error) {
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category, external_job_id,
                                          metadata, error_message, started_at, completed_at)
                VALUES ('%s', '%s', 'failover', 'unified-test-failover', 'failed', 'system', 'failover', 'external-%s',
                        '{}', '%s', UTC_TIMESTAMP(), UTC_TIMESTAMP())"""
                        .formatted(id, clearover.contextId("web01"), id, error));
    }
}
