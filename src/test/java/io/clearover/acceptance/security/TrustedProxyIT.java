package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.quickstart.LibertyServer;
import io.clearover.quickstart.TestRun;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behind a proxy that is trusted, its clients count, and not it. */
@WithClearover
class TrustedProxyIT {

    private static final String PROXY = "127.0.5.1";

    @Test
    void what_a_trusted_proxy_says_of_its_client_counts(Clearover clearover) {
        int port = TestRun.freePort();
        String url = "http://localhost:" + port;
        try (LibertyServer server = clearover
                .installation()
                .startAnotherServer(
                        TestRun.folder("proxied"),
                        Map.of(
                                "HTTP_PORT", String.valueOf(port),
                                "HTTP_TRUSTED_PROXIES", "127\\.0\\.5\\.1",
                                "CLEAROVER_NODE", "proxied",
                                "CLEAROVER_PUBLIC_URL", "https://clearover.example.com"))) {
            assertThat(server.isRunning()).isTrue();

            each_client_has_its_own_tries(url);
            the_log_says_who_the_client_was(server);
            an_answer_over_tls_tells_browsers_to_stay_with_it(url);
            only_the_public_address_is_an_origin_of_ours(url);
        }
    }

    private static void each_client_has_its_own_tries(String url) {
        for (int i = 0; i < 11; i++) {
            me(url, "203.0.113.7").as("viewer", "wrong-" + i).from(PROXY).send();
        }

        assertThat(me(url, "203.0.113.7")
                        .as("viewer", "wrong")
                        .from(PROXY)
                        .send()
                        .status())
                .isEqualTo(429);
        assertThat(me(url, "203.0.113.8")
                        .as("viewer", "wrong")
                        .from(PROXY)
                        .send()
                        .status())
                .isEqualTo(401);
    }

    private static void the_log_says_who_the_client_was(LibertyServer server) {
        assertThat(server.printed()).contains("sign-in failed: user=\"viewer\" address=203.0.113.7");
    }

    private static void an_answer_over_tls_tells_browsers_to_stay_with_it(String url) {
        assertThat(me(url, "203.0.113.9")
                        .with("X-Forwarded-Proto", "https")
                        .as("viewer", "viewer")
                        .from(PROXY)
                        .send()
                        .header("Strict-Transport-Security"))
                .startsWith("max-age=");
        assertThat(me(url, "203.0.113.9")
                        .as("viewer", "viewer")
                        .from(PROXY)
                        .send()
                        .header("Strict-Transport-Security"))
                .isEmpty();
    }

    private static void only_the_public_address_is_an_origin_of_ours(String url) {
        assertThat(preflight(url, "https://clearover.example.com").status()).isEqualTo(200);
        assertThat(preflight(url, url).status()).isEqualTo(403);
        assertThat(preflight(url, "http://clearover.example.com").status()).isEqualTo(403);
    }

    private static RawRequest.Answer preflight(String url, String origin) {
        return new RawRequest(url, "POST /api/v1/failover/preflight HTTP/1.1")
                .as("viewer", "viewer")
                .with("Origin", origin)
                .json("{\"vm_name\": \"web01\"}")
                .send();
    }

    private static RawRequest me(String url, String client) {
        return new RawRequest(url, "GET /api/v1/me HTTP/1.1").with("X-Forwarded-For", client);
    }
}
