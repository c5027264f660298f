package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.annotation.security.PermitAll;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what: viewers read, operators also start, admins also see technical details, nobody else sees anything. */
@WithClearover
class RolesIT {

    private static final String TEST = "/api/v1/failover/test";
    private static final String WEB01 = "ctx-web01-20250901-090000";

    private static final Set<String> FOR_ADMINS =
            Set.of("POST /api/v1/explanations", "GET /api/v1/explanations/unmatched");

    /** It changes nothing, though it is no GET. */
    private static final String LOOK = "POST /api/v1/failover/preflight";

    static Stream<Endpoint> endpoints() {
        return Endpoint.all().stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void every_method_of_every_resource_says_which_role_it_needs(Endpoint endpoint) {
        assertThat(endpoint.roles()).hasSize(1).isSubsetOf("viewer", "operator", "admin");
        assertThat(endpoint.code().isAnnotationPresent(PermitAll.class)).isFalse();
    }

    @Test
    void viewers_may_read_and_only_operators_may_start_and_raw_errors_are_for_admins() {
        assertThat(Endpoint.all()).isNotEmpty();
        for (Endpoint endpoint : Endpoint.all()) {
            boolean reads =
                    endpoint.httpMethod().equals("GET") || endpoint.toString().equals(LOOK);
            String others = reads ? "viewer" : "operator";
            assertThat(endpoint.roles())
                    .as(endpoint.toString())
                    .containsExactly(FOR_ADMINS.contains(endpoint.toString()) ? "admin" : others);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nobody_gets_anything_without_signing_in(Endpoint endpoint, Clearover clearover) {
        Api.Answer answer = call(clearover, null, endpoint);

        ProblemDocument.of(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Basic"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v2/me",
                "/api/",
                "//api/v1/me",
                "/api//v1/me",
                "/api;x/v1/me",
                "/x/../api/v1/me",
            })
    void nothing_below_api_is_open_however_it_is_written(String path, Clearover clearover) {
        ProblemDocument.of(clearover.as(null).get(path), 401);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_viewer_may_read_all_but_raw_errors_and_start_nothing(Endpoint endpoint, Clearover clearover) {
        Api.Answer answer = call(clearover, "viewer", endpoint);

        if (endpoint.isFor("viewer")) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        } else {
            JsonObject problem = ProblemDocument.of(answer, 403);
            assertThat(problem.getString("detail")).contains("administrator");
            assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                    .isZero();
        }
    }

    @Test
    void an_operator_sees_no_raw_errors_either(Clearover clearover) {
        for (Endpoint endpoint : Endpoint.all()) {
            if (FOR_ADMINS.contains(endpoint.toString())) {
                ProblemDocument.of(call(clearover, "operator", endpoint), 403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_page_of_another_site_changes_nothing_even_with_a_sign_in(String site, Clearover clearover) {
        Api.Answer answer = clearover.as("operator").postWith("Sec-Fetch-Site", site, TEST, "{\"vm_name\": \"web01\"}");

        assertThat(ProblemDocument.of(answer, 403).getString("type")).isEqualTo("/problems/other-site");
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isZero();
    }

    @Test
    void a_viewer_learns_nothing_from_a_wrong_body(Clearover clearover) {
        ProblemDocument.of(clearover.as("viewer").post(TEST, "{\"vm_name\": \"nobody\"}"), 403);
        ProblemDocument.of(clearover.as("viewer").post(TEST, "nonsense"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "admin"})
    void operators_and_admins_may_start(String user, Clearover clearover) {
        Api.Answer answer = clearover.as(user).post(TEST, "{\"vm_name\": \"app01\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"viewer, viewer", "operator, viewer operator", "admin, viewer operator admin"})
    void everyone_can_ask_who_they_are(String user, String roles, Clearover clearover) {
        JsonObject me = clearover.as(user).get("/api/v1/me").json();

        assertThat(me.getString("name")).isEqualTo(user);
        assertThat(me.getJsonArray("roles").getValuesAs(JsonString::getString)).containsExactly(roles.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"admin, wrong", "admin, ''", "nobody, nobody", "admin, ADMIN", "'', ''"})
    void a_wrong_password_lets_nobody_in(String user, String password, Clearover clearover) {
        ProblemDocument.of(new Api(clearover.url(), user, password).get("/api/v1/me"), 401);
    }

    @Test
    void an_admin_sees_technical_details_and_the_raw_names_of_steps(Clearover clearover) {
        JsonObject status = clearover.ended(clearover.startTestFailover("app01"), "admin");

        assertThat(status.getString("technical_details"))
                .contains(clearover.text("SELECT error_message FROM job_tracking WHERE id = '%s'"
                        .formatted(status.getString("job_id"))));
        assertThat(names(status))
                .containsExactly(
                        "validation",
                        "source-vm-power-off",
                        "final-sync",
                        "multi-volume-snapshot-creation",
                        "virtio-driver-injection",
                        "vm-creation",
                        "volume-attachment",
                        "network-configuration",
                        "vm-startup-and-validation",
                        "status-update");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void others_see_neither(String user, Clearover clearover) {
        JsonObject status = clearover.ended(clearover.startTestFailover("app01"), user);

        assertThat(status).doesNotContainKey("technical_details");
        assertThat(names(status))
                .hasSize(10)
                .doesNotContain("virtio-driver-injection", "multi-volume-snapshot-creation");
    }

    @Test
    void technical_details_are_absent_for_an_operation_that_worked(Clearover clearover) {
        String job =
                clearover.start("/api/v1/failover/test", "{\"vm_name\": \"web01\", \"perform_final_sync\": false}");

        assertThat(clearover.ended(job, "admin")).doesNotContainKey("technical_details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/app/main.js", "/styles/base.css", "/favicon.svg", "/health"})
    void the_page_and_health_are_open(String path, Clearover clearover) {
        assertThat(clearover.as(null).get(path).status()).isEqualTo(200);
    }

    private static Api.Answer call(Clearover clearover, String user, Endpoint endpoint) {
        Api api = clearover.as(user);
        String path = endpoint.path(WEB01, clearover.text("SELECT id FROM job_tracking"), clearover);
        if (endpoint.isStream()) {
            try (Listening stream = api.listen(path)) {
                return stream.answer();
            }
        }
        return endpoint.httpMethod().equals("GET")
                ? api.get(path)
                : api.send(
                        endpoint.httpMethod(),
                        path,
                        "application/json",
                        BodyPublishers.ofString("{\"vm_name\": \"web01\"}"));
    }

    private static List<String> names(JsonObject status) {
        return status.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> step.getString("name"))
                .toList();
    }
}
