package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.guard.LeakGuard;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger gets: only what is meant to be there, and nothing that the container makes of anything else. */
@WithClearover
class EdgeIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health/x",
                "GET /health/ready/",
                "GET /openapi/x",
                "GET /openapi/ui/x",
                "GET /ibm_security_logout",
                "GET /ibm_security_logout?logoutExitPage=//evil.example",
                "POST /j_security_check",
                "GET /api/v1/j_security_check?j_username=a&j_password=b",
                "GET /container-problem",
                "GET /app",
                "GET /app/",
                "GET /WEB-INF/web.xml",
                "GET /META-INF/MANIFEST.MF",
                "GET /nothing",
            })
    void nothing_is_where_nothing_is_meant_to_be(String request, Clearover clearover) {
        assertProblem(send(clearover, request), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/%",
                "/%zz",
                "/health/%0a",
                "/../api/v1/me",
                "/%2e%2e/x",
                "/a%2fb",
                "/health/%5c..",
                "/api/v1/vm-contexts/{x}",
                "/api/v1/me?x={y}",
                "/openapi?format=json%u002e",
                "/nothing?a=%zz",
                "/api/v1/..;/me",
                "/;jsessionid=x",
                "/;x/api/v1/me",
                "//%2e%2e%2fetc",
                "/health/ready#x",
                "/..%20",
                "/%61pi/v1/me",
                "/%6Fpenapi/ui",
                "/api/v1/vm-contexts/%ff",
                "*",
            })
    void a_malformed_address_is_refused_wherever_it_leads(String address, Clearover clearover) {
        assertProblem(send(clearover, "GET " + address), 400);
        assertProblem(
                new RawRequest(clearover.url(), "GET " + address + " HTTP/1.1")
                        .as("viewer", "viewer")
                        .with("Accept", "application/json")
                        .send(),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE /",
                "TRACE /health",
                "TRACE /api/v1/me",
                "PATCH /openapi",
                "PROPFIND /openapi",
                "POST /health",
                "POST /index.html",
                "DELETE /app/main.js",
                "OPTIONS /",
                "PUT /openapi/ui/",
            })
    void what_can_only_be_read_takes_no_other_method(String request, Clearover clearover) {
        assertProblem(send(clearover, request), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/app/main.js", "/health/live", "/openapi", "/openapi/ui/"})
    void what_is_meant_to_be_there_can_be_read(String path, Clearover clearover) {
        assertThat(send(clearover, "GET " + path).status()).isEqualTo(200);
        assertThat(send(clearover, "HEAD " + path).status()).isEqualTo(200);
    }

    @Test
    void the_form_of_an_operators_catalogue_is_published(Clearover clearover) {
        JsonObject schema =
                clearover.as(null).get("/schemas/catalogue.schema.json").json();

        assertThat(schema.getString("$id")).endsWith("/schemas/catalogue.schema.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /health",
                "GET /openapi",
                "GET /openapi/ui/",
                "GET /api/v1/me",
                "GET /%00",
                "nonsense"
            })
    void every_answer_has_the_headers_that_keep_browsers_safe(String request, Clearover clearover) {
        RawRequest.Answer answer = send(clearover, request);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe-inline'", "*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.head()).doesNotContain("$WSEP").doesNotContainIgnoringCase("server:", "x-powered-by");
    }

    @ParameterizedTest
    @CsvSource({"HTTP/99999999.1", "HTTP/1.99999999", "HTTP/9.9", "HTTP/99999999999999.1"})
    void a_protocol_version_that_there_is_not_is_refused_and_not_remembered(String version, Clearover clearover) {
        RawRequest.Answer answer = new RawRequest(clearover.url(), "GET /health " + version).send();

        assertThat(answer.status()).isIn(400, 505);
        assertThat(answer.body()).isEmpty();
        assertThat(clearover.isReady()).isTrue();
    }

    @Test
    void a_method_that_there_is_not_is_refused(Clearover clearover) {
        assertThat(send(clearover, "FOOBAR /health").status()).isEqualTo(400);
        assertThat(send(clearover, "FOOBAR /health").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:81", "a b", "[::1", "\"x\""})
    void the_host_that_a_request_names_is_repeated_nowhere(String host, Clearover clearover) {
        for (String request : new String[] {"GET /openapi", "GET /openapi/ui", "GET /nothing"}) {
            RawRequest.Answer answer = new RawRequest(clearover.url(), request + " HTTP/1.1")
                    .with("Host", host)
                    .send();

            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.head() + answer.body()).doesNotContain("evil.example");
        }
        RawRequest.Answer started = new RawRequest(clearover.url(), "POST /api/v1/failover/test HTTP/1.1")
                .with("Host", host)
                .as("operator", "operator")
                .json("{\"vm_name\": \"app01\"}")
                .send();
        assertThat(started.status()).isIn(202, 400, 409);
        assertThat(started.head() + started.body()).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$WSRU", "$WSRA", "$WSRH", "$WSSN", "$WSSP", "$WSIS", "$WSSC", "$WSAT", "$WSPR"})
    void the_private_headers_of_a_plug_in_are_believed_from_nobody(String header, Clearover clearover) {
        RawRequest.Answer answer = new RawRequest(clearover.url(), "GET /openapi/ui HTTP/1.1")
                .with(header, "evil.example")
                .send();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/openapi/ui/");
        assertThat(new RawRequest(clearover.url(), "GET /api/v1/me HTTP/1.1")
                        .with(header, "admin")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=\"",
                "application/json;charset=klingon",
                "application/json;q=",
                "json",
                ""
            })
    void a_malformed_content_type_is_refused_wherever_it_is_sent(String type, Clearover clearover) {
        for (String request : new String[] {"GET /api/", "GET /", "POST /api/v1/failover/test"}) {
            assertProblem(
                    new RawRequest(clearover.url(), request + " HTTP/1.1")
                            .with("Content-Type", type)
                            .send(),
                    400);
        }
    }

    @Test
    void a_body_whose_end_is_not_sure_is_refused(Clearover clearover) {
        assertProblem(
                new RawRequest(clearover.url(), "POST /api/v1/failover/preflight HTTP/1.1")
                        .as("viewer", "viewer")
                        .with("Content-Length", "10")
                        .json("{\"vm_name\": \"web01\"}")
                        .send(),
                400);
        assertProblem(
                new RawRequest(clearover.url(), "POST /api/v1/failover/preflight HTTP/1.1")
                        .as("viewer", "viewer")
                        .with("Transfer-Encoding", "chunked")
                        .json("0\r\n\r\n")
                        .send(),
                400);
    }

    @Test
    void no_password_is_looked_at_where_nobody_has_to_sign_in(Clearover clearover) {
        for (String path : new String[] {"/", "/health/live", "/openapi"}) {
            RawRequest.Answer answer = new RawRequest(clearover.url(), "GET " + path + " HTTP/1.1")
                    .as("looked-at", "wrong")
                    .send();

            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(clearover.installation().server().printed()).doesNotContain("looked-at");
    }

    @Test
    void no_upgrade_to_another_protocol_is_made(Clearover clearover) {
        RawRequest.Answer answer = new RawRequest(clearover.url(), "GET /health/live HTTP/1.1")
                .with("Connection", "Upgrade, HTTP2-Settings")
                .with("Upgrade", "h2c")
                .with("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA")
                .send();

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void the_open_description_of_the_api_shows_nothing_technical(Clearover clearover) {
        Api.Answer answer = clearover.as(null).get("/openapi?format=json");

        assertThat(answer.text()).doesNotContain("vcenter", "virtio-driver", "virt-v2v", "10.0.0");
        assertThat(answer.json().getJsonArray("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        LeakGuard guard = new LeakGuard();
        assertThat(examples(answer.json()))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(guard.leaks(text)).as(text).isFalse());
    }

    /** The texts of examples of requests, but for ids. */
    private static Stream<String> examples(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .flatMap(entry ->
                            entry.getKey().equals("value") ? texts(entry.getValue()) : examples(entry.getValue()));
        }
        return value instanceof JsonArray array ? array.stream().flatMap(EdgeIT::examples) : Stream.empty();
    }

    private static Stream<String> texts(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .filter(entry -> !entry.getKey().endsWith("_id"))
                    .flatMap(entry -> texts(entry.getValue()));
        }
        if (value instanceof JsonArray array) {
            return array.stream().flatMap(EdgeIT::texts);
        }
        return value instanceof JsonString text ? Stream.of(text.getString()) : Stream.empty();
    }

    private static RawRequest.Answer send(Clearover clearover, String request) {
        return new RawRequest(clearover.url(), request + " HTTP/1.1").send();
    }

    private static void assertProblem(RawRequest.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonObject problem = Api.parse(answer.body());
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).startsWith("/problems/");
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(answer.body())
                .doesNotContainPattern("[A-Z]{4,5}\\d{4}[EIW]")
                .doesNotContainIgnoringCase("exception");
    }
}
