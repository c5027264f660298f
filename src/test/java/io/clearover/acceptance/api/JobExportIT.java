package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fleet's list of jobs as a file. */
@WithClearover
class JobExportIT {

    private static final String PATH = "/api/v1/jobs/export";
    private static final String VM = "ctx-exported";

    /** More than any user may have requests under way. */
    private static final int CANCELLED = 40;

    @Test
    void each_line_of_json_is_a_job_as_the_list_tells_it(Clearover clearover) {
        fill(clearover, "plain", 1200);

        List<JsonObject> lines =
                lines(clearover, "?format=jsonl").stream().map(Api::parse).toList();

        assertThat(lines.stream().map(job -> job.getString("job_id")).toList())
                .containsExactlyInAnyOrderElementsOf(
                        clearover.texts("SELECT id FROM job_tracking UNION ALL SELECT id FROM replication_jobs"));
        assertThat(clearover
                        .as("viewer")
                        .get("/api/v1/jobs?limit=100")
                        .json()
                        .getJsonArray("jobs")
                        .getValuesAs(JsonObject.class))
                .isEqualTo(lines.subList(0, 100));
    }

    @Test
    void a_table_has_a_line_for_each_job_and_the_names_of_its_columns(Clearover clearover) {
        fill(clearover, "plain", 1200);

        List<String> lines = lines(clearover, "?format=csv&vm=" + VM);

        assertThat(lines).hasSize(1201);
        assertThat(lines.get(0)).startsWith("job_id,external_job_id,context_id,vm_name,job_type,");
        assertThat(lines.get(1)).startsWith("\"job-1200\",,\"ctx-exported\",\"plain\",\"test_failover\",");
    }

    @Test
    void only_what_is_asked_for_is_in_it(Clearover clearover) {
        fill(clearover, "plain", 1200);

        assertThat(lines(clearover, "?format=jsonl&status=failed&vm=" + VM)).hasSize(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(1)", " =1", "\t=1", "\uff1d1"})
    void no_name_of_a_vm_becomes_a_formula(String name, Clearover clearover) {
        fill(clearover, name.replace("\\", "\\\\"), 1);

        String line = String.join("\n", lines(clearover, "?format=csv&vm=" + VM));

        assertThat(line).contains(",\"'" + name.replace("\"", "\"\"") + "\",");
    }

    @ParameterizedTest
    @CsvSource({"text/csv, text/csv", "application/x-ndjson, application/x-ndjson", "*/*, text/csv"})
    void the_form_is_what_is_accepted(String accepted, String type, Clearover clearover) {
        Api.Answer answer = clearover.as("viewer").get(PATH, accepted);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(type);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void a_wrong_parameter_is_a_problem(Clearover clearover) {
        assertThat(ProblemDocument.fieldsAtFault(
                        ProblemDocument.of(clearover.as("viewer").get(PATH + "?format=xlsx"), 400)))
                .containsExactly("format");
    }

    @Test
    void raw_errors_are_in_no_line(Clearover clearover) {
        fill(clearover, "plain", 10);
        clearover.sql("UPDATE job_tracking SET error_message = 'libguestfs: /dev/vdb4 broke' WHERE id = 'job-10'");

        for (String format : List.of("csv", "jsonl")) {
            assertThat(String.join("\n", lines(clearover, "?vm=" + VM + "&format=" + format)))
                    .contains("job-10")
                    .doesNotContain("libguestfs", "vdb4");
        }
    }

    @Test
    void a_download_that_is_cancelled_leaves_nothing_behind(Clearover clearover) throws Exception {
        fill(clearover, "plain", 30_000);

        for (int i = 0; i < CANCELLED; i++) {
            cancel(clearover);
        }

        await("all requests have ended")
                .atMost(Duration.ofSeconds(20))
                .until(() -> clearover.as("viewer").get("/api/v1/me").status() == 200);
        await("the database does nothing for them")
                .atMost(Duration.ofSeconds(20))
                .until(() -> clearover.number("SELECT COUNT(*) FROM information_schema.processlist"
                                + " WHERE command = 'Query' AND info LIKE '%listed_id%' AND id <> CONNECTION_ID()")
                        == 0);
    }

    private static void cancel(Clearover clearover) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(clearover.url() + PATH + "?format=jsonl"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("viewer:viewer".getBytes(StandardCharsets.UTF_8)))
                .build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (InputStream lines = answer.body()) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(lines.read()).isEqualTo('{');
        }
    }

    private static List<String> lines(Clearover clearover, String query) {
        Api.Answer answer = clearover.as("viewer").get(PATH + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text().lines().toList();
    }

    /** Every tenth failed. */
    private static void fill(Clearover clearover, String vmName, int count) {
        clearover.insertVm(VM, vmName, "vc", "ready_for_failover");
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, error_message, started_at,
                                          completed_at)
                SELECT CONCAT('job-', seq), '%s', 'failover', 'unified-test-failover', IF(seq %% 10, 'completed', 'failed'),
                       'system', IF(seq %% 10, NULL, 'no network mapping found for VM context ctx-app01 (type: test)'),
                       '2026-01-01' + INTERVAL seq SECOND, '2026-01-01' + INTERVAL seq + 100 SECOND
                  FROM seq_1_to_%d"""
                        .formatted(VM, count));
    }
}
