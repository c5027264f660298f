package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site changes nothing, even in a browser that has a sign-in for this one and says nothing of sites. */
@WithClearover
class CrossSiteIT {

    /** All that change something. */
    static Stream<Endpoint> changes() {
        return Endpoint.all().stream().filter(endpoint -> !endpoint.httpMethod().equals("GET"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_a_form_can_send_is_refused(Endpoint endpoint, Clearover clearover) {
        for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")) {
            RawRequest.Answer answer = call(clearover, endpoint)
                    .with("Content-Type", type)
                    .body("a=b".getBytes(StandardCharsets.UTF_8))
                    .send();

            assertThat(answer.status()).as(type).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothing_at_all_is_refused_too(Endpoint endpoint, Clearover clearover) {
        RawRequest.Answer answer = call(clearover, endpoint).body(new byte[0]).send();

        assertThat(answer.status()).isEqualTo(415);
        assertThat(Api.parse(answer.body()).getString("detail")).contains("application/json");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void another_origin_is_refused_whatever_it_sends(Endpoint endpoint, Clearover clearover) {
        String port = clearover.url().substring(clearover.url().lastIndexOf(':') + 1);
        for (String origin : List.of(
                "http://evil.example", "null", "http://localhost:1", "http://localhost.evil.example:" + port, "x")) {
            RawRequest.Answer answer =
                    call(clearover, endpoint).with("Origin", origin).json("{}").send();

            assertThat(answer.status()).as(origin).isEqualTo(403);
            assertThat(Api.parse(answer.body()).getString("type")).isEqualTo("/problems/other-site");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void our_own_page_may_whichever_scheme_a_proxy_speaks(String scheme, Clearover clearover) {
        RawRequest.Answer answer = new RawRequest(clearover.url(), "POST /api/v1/failover/preflight HTTP/1.1")
                .as("viewer", "viewer")
                .with("Origin", clearover.url().replace("http:", scheme + ":"))
                .json("{\"vm_name\": \"web01\"}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "retry"})
    void a_script_may_send_nothing_with_a_header_of_its_own(String action, Clearover clearover) {
        RawRequest.Answer answer = new RawRequest(
                        clearover.url(), "POST /api/v1/failover/no-such-job/%s HTTP/1.1".formatted(action))
                .as("operator", "operator")
                .with("X-Requested-With", "curl")
                .body(new byte[0])
                .send();

        assertThat(answer.status()).isEqualTo(404);
    }

    private static RawRequest call(Clearover clearover, Endpoint endpoint) {
        String path =
                endpoint.path("ctx-web01-20250901-090000", clearover.text("SELECT id FROM job_tracking"), clearover);
        return new RawRequest(clearover.url(), "%s %s HTTP/1.1".formatted(endpoint.httpMethod(), path))
                .as("admin", "admin");
    }
}
