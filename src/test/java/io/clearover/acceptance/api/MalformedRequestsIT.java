package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of a wrong form are refused with a problem that says what to mend: addresses, methods, headers, bodies of another kind. */
@WithClearover
class MalformedRequestsIT {

    private static final String TEST = "/api/v1/failover/test";
    private static final String JSON = "application/json";
    private static final int TOO_LARGE = 1_200_000;

    @ParameterizedTest
    @MethodSource("strangeIds")
    void a_context_that_is_not_there_is_not_found(String id, Clearover clearover) {
        for (String path : List.of("/api/v1/vm-contexts/%s", "/api/v1/vm-contexts/%s/recent-jobs")) {
            JsonObject problem = ProblemDocument.of(clearover.as("viewer").get(path.formatted(id)), 404);

            assertThat(problem.getString("type")).endsWith("/vm-not-found");
        }
    }

    @ParameterizedTest
    @MethodSource("strangeIds")
    void a_job_that_is_not_there_is_not_found(String id, Clearover clearover) {
        JsonObject problem =
                ProblemDocument.of(clearover.as("viewer").get("/api/v1/failover/%s/status".formatted(id)), 404);

        assertThat(problem.getString("type")).endsWith("/job-not-found");
    }

    static Stream<String> strangeIds() {
        return Stream.of(
                "ctx-nobody",
                "x".repeat(64),
                "x".repeat(65),
                "x".repeat(20_000),
                "%20",
                "%25",
                "%27%20OR%20%271%27=%271",
                "%F0%9F%92%A5",
                "%3Cscript%3E",
                "a;b=c",
                "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/failover/../../WEB-INF/web.xml",
                "/api/v1/nothing",
                "/api/v1",
                "/api/v2/me",
                "/nothing",
                "/WEB-INF/web.xml",
            })
    void an_address_where_nothing_is_gets_a_problem_too(String path, Clearover clearover) {
        Api.Answer answer = clearover.as("admin").get(path);

        assertThat(answer.status()).isIn(400, 404);
        ProblemDocument.of(answer, answer.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/vm-contexts/%00",
                "/api/v1/vm-contexts/a%00b/recent-jobs",
                "/../api/v1/me",
                "/api/v1/vm-contexts/../../../../etc/passwd",
                "/api/v1/vm-contexts/%2e%2e%2f%2e%2e%2fetc",
                "/api/v1/vm-contexts/a%5cb/recent-jobs",
                "/api/v1/vm-contexts/%c0%ae",
            })
    void an_address_that_no_server_should_read_shows_nothing_of_the_server(String path, Clearover clearover) {
        Api.Answer answer = clearover.as("admin").get(path);

        assertThat(answer.status()).isEqualTo(400);
        ProblemDocument.assertShowsNoInternals(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/failover/test",
        "GET, /api/v1/failover/rollback",
        "PUT, /api/v1/vm-contexts",
        "PATCH, /api/v1/vm-contexts/ctx-web01-20250901-090000",
        "DELETE, /api/v1/vm-contexts/ctx-web01-20250901-090000/recent-jobs",
        "POST, /api/v1/me",
    })
    void a_wrong_method_is_refused_with_the_right_ones(String method, String path, Clearover clearover) {
        Api.Answer answer = clearover.as("admin").send(method, path, JSON, BodyPublishers.ofString("{}"));

        ProblemDocument.of(answer, 405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains(method.equals("GET") ? "POST" : "");
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .doesNotContain(method)
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void a_body_of_another_kind_is_refused(String contentType, Clearover clearover) {
        JsonObject problem = ProblemDocument.of(clearover.as("operator").post(TEST, contentType, vmName("web01")), 415);

        assertThat(problem.getString("detail")).contains(JSON);
        assertNothingStarted(clearover);
    }

    @Test
    void a_body_of_no_kind_is_refused(Clearover clearover) {
        Api.Answer answer = clearover.as("operator").send("POST", TEST, null, BodyPublishers.ofString(vmName("web01")));

        ProblemDocument.of(answer, 415);
        assertNothingStarted(clearover);
    }

    @Test
    void malformed_headers_are_refused(Clearover clearover) {
        ProblemDocument.of(clearover.as("operator").post(TEST, "nonsense", vmName("web01")), 400);
        ProblemDocument.of(clearover.as("viewer").get("/api/v1/vm-contexts", "nonsense"), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | application/json;q=abc",
                "Accept | */*;q=",
                "Accept | */*;q=2",
                "Accept | application",
                "Accept-Language | -",
                "Accept-Language | %%%",
                "Accept-Language | de;q=x",
                "Content-Type | application/json;q=",
                "Content-Type | json",
            })
    void a_malformed_header_is_refused_and_named(String header, String value, Clearover clearover) {
        RawRequest.Answer answer = new RawRequest(clearover.url(), "GET /api/v1/explanations/catalogue HTTP/1.1")
                .as("viewer", "viewer")
                .with(header, value)
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Api.parse(answer.body()).getString("detail")).contains(header);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "Accept | application/json;charset=utf-8;q=0.9, application/problem+json",
                "Accept-Language | de-CH,de;q=0.9,en;q=0.8,*;q=0.1",
                "Content-Type | application/json; charset=\"utf-8\"",
            })
    void what_clients_really_send_is_understood(String header, String value, Clearover clearover) {
        assertThat(new RawRequest(clearover.url(), "GET /api/v1/explanations/catalogue HTTP/1.1")
                        .as("viewer", "viewer")
                        .with(header, value)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void another_form_than_json_is_not_to_be_had(Clearover clearover) {
        ProblemDocument.of(clearover.as("viewer").get("/api/v1/vm-contexts", "text/html"), 406);
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_refused(Clearover clearover) {
        Api.Answer answer = clearover.as("operator").post(TEST, vmName("x".repeat(TOO_LARGE)));

        assertThat(answer.status()).isEqualTo(413);
        ProblemDocument.assertShowsNoInternals(answer);
    }

    @Test
    void a_large_body_that_does_not_say_how_large_is_refused(Clearover clearover) {
        byte[] body = vmName("x".repeat(TOO_LARGE)).getBytes(StandardCharsets.UTF_8);

        Api.Answer answer = clearover
                .as("operator")
                .send("POST", TEST, JSON, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.status()).isBetween(400, 499);
        ProblemDocument.assertShowsNoInternals(answer);
    }

    private static String vmName(String name) {
        return Json.createObjectBuilder().add("vm_name", name).build().toString();
    }

    private static void assertNothingStarted(Clearover clearover) {
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isZero();
    }
}
