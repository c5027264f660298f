package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The database goes away in the middle of an operation, and comes back. */
@WithClearover
class DatabaseOutageIT {

    @Test
    void an_operation_waits_for_the_database_and_goes_on(Clearover clearover) {
        String job = clearover.startTestFailover("erp01");
        await("a step beyond the first")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> clearover.number("SELECT COUNT(*) FROM job_steps WHERE job_id = '%s'".formatted(job)) > 3);

        clearover.installation().stopDatabase();
        await("the server isn't ready").atMost(Duration.ofSeconds(60)).until(() -> !clearover.isReady());
        clearover.installation().startDatabase();

        JsonObject status = clearover.ended(job);
        JsonObject summary = clearover.vm("erp01").getJsonObject("last_operation");
        assertThat(status.getString("status")).as(status.toString()).isEqualTo("completed");
        assertThat(status.getInt("steps_completed")).isEqualTo(10);
        assertThat(summary.getString("job_id")).isEqualTo(job);
        assertThat(summary.getString("status")).isEqualTo("completed");
        assertThat(clearover.isReady()).isTrue();
        assertThat(clearover.installation().lab().acts().of("erp01").repeated()).isEmpty();
    }

    @Test
    void requests_are_told_to_come_back_until_it_is_there_again(Clearover clearover) {
        clearover.installation().stopDatabase();
        try {
            for (String path : List.of("vm-contexts?limit=7", "vm-contexts/any", "failover/any/status")) {
                JsonObject problem = ProblemDocument.of(clearover.as("viewer").get("/api/v1/" + path), 503);
                assertThat(problem.getString("type")).isEqualTo("/problems/database-away");
            }
        } finally {
            clearover.installation().startDatabase();
        }

        await("the server is ready").atMost(Duration.ofSeconds(60)).until(clearover::isReady);
        assertThat(clearover.as("viewer").get("/api/v1/vm-contexts").status()).isEqualTo(200);
    }

    @Test
    void who_polls_vms_is_told_what_was_last_known_and_how_old_it_is(Clearover clearover) {
        clearover.insertVm("ctx-polled", "polled", "vcenter.example.com", "ready_for_failover");
        List<String> paths =
                List.of("/api/v1/vm-contexts", "/api/v1/vm-contexts/polled", "/api/v1/vm-contexts/by-id/ctx-polled");
        Map<String, String> known = paths.stream()
                .collect(Collectors.toMap(
                        path -> path, path -> clearover.as("viewer").get(path).text()));

        clearover.installation().stopDatabase();
        try {
            for (String path : paths) {
                Api.Answer answer = clearover.as("viewer").get(path);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.text()).isEqualTo(known.get(path));
                assertThat(answer.contentType()).startsWith("application/json");
                assertThat(answer.headers().firstValueAsLong("Age").orElseThrow())
                        .isBetween(0L, 120L);
                assertThat(answer.headers().firstValue("Warning"))
                        .hasValueSatisfying(said -> assertThat(said).startsWith("110"));
            }
            ProblemDocument.of(clearover.as("operator").get("/api/v1/vm-contexts/polled"), 503);
            ProblemDocument.of(clearover.as("admin").get("/api/v1/vm-contexts/polled"), 503);
            ProblemDocument.of(
                    clearover.as("operator").post("/api/v1/failover/test", "{\"vm_name\": \"polled\"}"), 503);
        } finally {
            clearover.installation().startDatabase();
        }

        await("the server is ready").atMost(Duration.ofSeconds(60)).until(clearover::isReady);
        Api.Answer again = clearover.as("viewer").get("/api/v1/vm-contexts/polled");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.headers().firstValue("Age")).isEmpty();
    }
}
