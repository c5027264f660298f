package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.quickstart.LibertyServer;
import io.clearover.quickstart.TestRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Calls without credentials, where an account for them is configured: this machine's programs make them, in the appliance's
 * forms. Everywhere else there is none ({@code RolesIT}).
 */
@WithClearover
class BareAccountIT {

    private static final String LIST = "GET /api/v1/vm-contexts HTTP/1.1";

    @Test
    void programs_of_this_machine_need_no_credentials_for_the_appliances_forms(Clearover clearover) {
        int port = TestRun.freePort();
        String url = "http://localhost:" + port;
        try (LibertyServer server = clearover
                .installation()
                .startAnotherServer(
                        TestRun.folder("bare"),
                        Map.of(
                                "HTTP_PORT", String.valueOf(port),
                                "HTTP_TRUSTED_PROXIES", "127\\.0\\.5\\.2",
                                "CLEAROVER_NODE", "bare",
                                "CLEAROVER_SIGN_IN_ACCOUNT_WITHOUT_CREDENTIALS", "old-gui operator"))) {
            the_log_warns(server);
            a_program_reads(url);
            others_by_a_proxy_get_nothing(url);
            browsers_get_nothing(url);
            a_name_that_leads_here_is_not_this_machine(url);
            wrong_credentials_are_not_none(url);
            all_else_wants_a_sign_in(url);
        }
    }

    private static void the_log_warns(LibertyServer server) {
        assertThat(server.printed())
                .contains(
                        "calls without credentials, in the appliance's forms, are answered as \"old-gui\" (operator)");
    }

    private static void a_program_reads(String url) {
        for (String host : List.of("localhost", "127.0.0.1", "LOCALHOST:8082", "[::1]:8082")) {
            assertThat(bare(url).with("Host", host).send().status()).as(host).isEqualTo(200);
        }
        assertThat(bare(url).with("X-Forwarded-For", "127.0.0.1").send().status())
                .isEqualTo(200);
    }

    private static void others_by_a_proxy_get_nothing(String url) {
        for (String client :
                List.of("203.0.113.7", "127.0.0.1, 203.0.113.7", "203.0.113.7, 127.0.0.1", "unknown", "")) {
            assertThat(bare(url).with("X-Forwarded-For", client).send().status())
                    .as(client)
                    .isEqualTo(401);
            assertThat(bare(url)
                            .with("X-Forwarded-For", client)
                            .from("127.0.5.2")
                            .send()
                            .status())
                    .as("by a trusted proxy: " + client)
                    .isEqualTo(401);
        }
        assertThat(bare(url).with("X-Real-IP", "203.0.113.7").send().status()).isEqualTo(401);
        assertThat(bare(url).with("Forwarded", "for=127.0.0.1").send().status()).isEqualTo(401);
    }

    private static void browsers_get_nothing(String url) {
        for (Map.Entry<String, String> header : Map.of(
                        "Origin", url, "Sec-Fetch-Site", "same-origin", "Referer", url + "/", "Cookie", "a=b")
                .entrySet()) {
            assertThat(bare(url).with(header.getKey(), header.getValue()).send().status())
                    .as(header.getKey())
                    .isEqualTo(401);
        }
        assertThat(bare(url).with("Sec-Fetch-Mode", "cors").send().status()).isEqualTo(200);
    }

    private static void a_name_that_leads_here_is_not_this_machine(String url) {
        for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "10.0.0.1")) {
            assertThat(bare(url).with("Host", host).send().status()).as(host).isEqualTo(401);
        }
    }

    private static void wrong_credentials_are_not_none(String url) {
        for (String authorization : List.of("Bearer unknown", "Basic eDp5", "Digest x", "")) {
            assertThat(bare(url).with("Authorization", authorization).send().status())
                    .as(authorization)
                    .isEqualTo(401);
        }
    }

    private static void all_else_wants_a_sign_in(String url) {
        List<Endpoint> own = Endpoint.all().stream()
                .filter(endpoint -> endpoint.path().matches("/api/v1/(me|events|jobs|explanations)\\b.*")
                        || endpoint.path().matches(".*/(test|live|rollback|cancel|retry|check|test-outcome|preflight)")
                        || endpoint.path().endsWith("/recent-jobs"))
                .toList();
        assertThat(own).hasSizeGreaterThan(10);
        for (Endpoint endpoint : own) {
            RawRequest.Answer answer = new RawRequest(
                            url, "%s %s HTTP/1.1".formatted(endpoint.httpMethod(), endpoint.path("any", "any")))
                    .json("{\"vm_name\": \"web01\"}")
                    .send();
            assertThat(answer.status()).as(endpoint.toString()).isEqualTo(401);
            assertThat(Api.parse(answer.body()).getString("type")).isEqualTo("/problems/sign-in");
        }
    }

    private static RawRequest bare(String url) {
        return new RawRequest(url, LIST);
    }
}
