package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.Nginx;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.StandInAppliance;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.quickstart.TestRun;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the appliance's own API answers: Clearover says so, and the reverse proxy of the documentation passes it on. */
@WithClearover
class ApplianceOwnCallsIT {

    private static final List<String> CALLS =
            """
            POST /api/v1/replications
            PUT /api/v1/replications/job-1
            DELETE /api/v1/replications/job-1
            GET /api/v1/replications/changeid
            POST /api/v1/replications/job-1/changeid
            GET /api/v1/progress/job-1
            POST /api/v1/network-mappings
            GET /api/v1/network-mappings/web01/status
            POST /api/v1/networks/resolve
            DELETE /api/v1/network-mappings/web01/VM%20Network
            PUT /api/v1/vm-contexts/ctx-1/group
            POST /api/v1/discovery/discover-vms
            POST /api/v1/discovery/add-vms
            GET /api/v1/discovery/ungrouped-vms
            GET /api/v1/schedules
            PUT /api/v1/schedules/1
            POST /api/v1/schedules/1/trigger
            GET /api/v1/machine-groups
            DELETE /api/v1/machine-groups/1/vms/2
            GET /api/v1/vmware-credentials
            PUT /api/v1/vmware-credentials/1/set-default
            POST /api/v1/ossea/config
            POST /api/v1/ossea/discover-resources
            GET /api/v1/settings/cloudstack/networks
            POST /api/v1/settings/cloudstack/validate
            GET /api/v1/admin/vma/pending
            DELETE /api/v1/admin/vma/revoke/1
            POST /api/v1/vma/enroll
            GET /api/v1/vms
            GET /api/v1/debug/health
            POST /api/v1/auth/login
            GET /api/v1/backups
            """
                    .lines()
                    .toList();

    static Stream<String> calls() {
        return CALLS.stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void who_is_signed_in_is_told_where_it_lives(String call, Clearover clearover) {
        JsonObject problem = ProblemDocument.of(send(clearover.as("viewer"), call), 501);

        assertThat(problem.getString("type")).isEqualTo("/problems/of-the-appliance");
        assertThat(problem.getString("detail")).contains("the appliance's own API");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nobody_else_is_told_anything(String call, Clearover clearover) {
        ProblemDocument.of(send(clearover.as(null), call), 401);
    }

    @Test
    void the_reverse_proxy_of_the_documentation_brings_each_call_to_who_answers_it(Clearover clearover)
            throws IOException {
        assumeTrue(Nginx.installed().isPresent(), "SKIPPED: there is no nginx");
        try (StandInAppliance appliance = new StandInAppliance();
                Nginx nginx = new Nginx(
                        Path.of("docs/nginx/clearover.conf"),
                        TestRun.folder("nginx"),
                        clearover.url(),
                        appliance.port())) {
            String url = nginx.url();
            what_is_not_clearovers_reaches_the_appliance(url, appliance);
            appliance.forget();
            all_of_clearover_reaches_clearover(url);
            a_name_arrives_as_it_was_encoded(url, clearover);
            assertThat(appliance.asked()).isEmpty();
        }
    }

    private static void what_is_not_clearovers_reaches_the_appliance(String url, StandInAppliance appliance) {
        CALLS.forEach(call -> send(new Api(url, null), call + "?a=b"));
        send(new Api(url, null), "GET /health");

        assertThat(appliance.asked())
                .containsExactlyElementsOf(
                        Stream.concat(CALLS.stream().map(call -> call + "?a=b"), Stream.of("GET /health"))
                                .toList());
    }

    private static void all_of_clearover_reaches_clearover(String url) {
        for (Endpoint endpoint : Endpoint.all()) {
            String path = endpoint.path("any", "any").replaceAll("\\{[^}]*}", "any");
            Api.Answer answer = send(new Api(url, null), endpoint.httpMethod() + " " + path + "?a=b");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .as(endpoint.toString())
                    .hasValueSatisfying(scheme -> assertThat(scheme).contains("Clearover"));
        }
    }

    private static void a_name_arrives_as_it_was_encoded(String url, Clearover clearover) {
        RawRequest.Answer answer = new RawRequest(url, "GET /api/v1/vm-contexts/a%20b%25c HTTP/1.1")
                .as("viewer", "viewer")
                .send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(Api.parse(answer.body()).getString("instance")).isEqualTo("/api/v1/vm-contexts/a%20b%25c");
    }

    private static Api.Answer send(Api api, String call) {
        String[] parts = call.split(" ");
        return parts[0].equals("GET")
                ? api.get(parts[1])
                : api.send(parts[0], parts[1], "application/json", BodyPublishers.ofString("{}"));
    }
}
