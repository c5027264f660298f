package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What orchestrators and load balancers ask. */
@WithClearover
class HealthIT {

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/started", "/health/live", "/health/ready"})
    void a_running_server_is_up_without_signing_in(String path, Clearover clearover) {
        Api.Answer answer = clearover.as(null).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("status")).isEqualTo("UP");
    }

    @Test
    void a_destination_that_is_away_shows_but_does_not_make_the_server_unready(Clearover clearover) {
        awaitReachable(clearover, true);

        clearover.sql("UPDATE ossea_configs SET api_url = 'http://127.0.0.1:1/client/api'");

        awaitReachable(clearover, false);
        Api.Answer ready = clearover.as(null).get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().getString("status")).isEqualTo("UP");
    }

    @Test
    void a_destination_that_comes_back_shows(Clearover clearover) {
        String url = clearover.text("SELECT api_url FROM ossea_configs");
        clearover.sql("UPDATE ossea_configs SET api_url = 'http://127.0.0.1:1/client/api'");
        awaitReachable(clearover, false);

        clearover.sql("UPDATE ossea_configs SET api_url = '%s'".formatted(url));

        awaitReachable(clearover, true);
    }

    @Test
    void a_destination_that_does_not_answer_counts_as_away_and_holds_up_no_probe(Clearover clearover) {
        awaitReachable(clearover, true);

        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("listZones", FaultKind.HANG).always());

        awaitReachable(clearover, false);
        assertThat(clearover.isReady()).isTrue();
    }

    private static void awaitReachable(Clearover clearover, boolean expected) {
        await("reachable=" + expected)
                .atMost(Duration.ofSeconds(20))
                .until(() -> reachable(clearover), reachable -> reachable == expected);
    }

    private static boolean reachable(Clearover clearover) {
        JsonObject ready = clearover.as(null).get("/health/ready").json();
        return ready.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("destination"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data")
                .getBoolean("reachable");
    }
}
