package io.clearover.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's end, planned or not, leaves to the next one. */
@WithClearover
class RestartIT {

    @Test
    void everything_is_the_same_after_a_restart(Clearover clearover) {
        String job = clearover.startTestFailover("pgtest1");
        JsonObject status = clearover.ended(job);
        JsonObject vm = clearover.vm("pgtest1");
        JsonObject jobs = clearover.recentJobs("pgtest1");

        clearover.installation().server().close();
        clearover.installation().startServer();

        assertThat(clearover.status(job, "operator")).isEqualTo(status);
        assertThat(clearover.vm("pgtest1")).isEqualTo(vm);
        assertThat(clearover.recentJobs("pgtest1")).isEqualTo(jobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multi-volume-snapshot-creation", "virtio-driver-injection", "volume-attachment"})
    void a_failover_whose_server_was_killed_ends_as_interrupted_and_can_be_rolled_back(String at, Clearover clearover) {
        JsonObject before = clearover.dataCentre();
        String job = clearover.startTestFailover("erp01");
        awaitRunning(job, at, clearover);

        clearover.installation().server().kill();
        clearover.installation().startServer();

        JsonObject status = clearover.ended(job, "admin");
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("technical_details")).contains("interrupted");
        assertThat(status.getString("error_message_user")).isNotBlank();
        assertThat(summary(clearover).getString("job_id")).isEqualTo(job);
        assertThat(summary(clearover).getString("status")).isEqualTo("failed");
        assertThat(summary(clearover).get("failed_step")).isEqualTo(status.get("failed_step_friendly"));
        assertThat(clearover.vm("erp01").getString("current_status")).isEqualTo("cleanup_required");

        JsonObject rollback = clearover.ended(clearover.startRollback("erp01"), "admin");
        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(clearover.dataCentre().getJsonArray("snapshots")).isEqualTo(before.getJsonArray("snapshots"));
        assertThat(clearover.dataCentre().getJsonArray("vms")).isEqualTo(before.getJsonArray("vms"));
        assertThat(clearover.vm("erp01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_rollback_whose_server_was_killed_is_failed_and_can_be_run_again(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("erp01"));
        String rollback = clearover.startRollback("erp01");
        awaitRunning(rollback, "cloudstack-snapshot-rollback", clearover);

        clearover.installation().server().kill();
        clearover.installation().startServer();

        assertThat(clearover.ended(rollback).getString("status")).isEqualTo("failed");
        assertThat(summary(clearover).getString("operation_type")).isEqualTo("rollback");
        assertThat(clearover.vm("erp01").getString("current_status")).isEqualTo("cleanup_required");
        assertThat(clearover.ended(clearover.startRollback("erp01")).getString("status"))
                .isEqualTo("completed");
    }

    private static void awaitRunning(String job, String step, Clearover clearover) {
        await(step)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> clearover.number("SELECT COUNT(*) FROM job_steps WHERE job_id = '%s' AND name = '%s'"
                                .formatted(job, step))
                        == 1);
    }

    private static JsonObject summary(Clearover clearover) {
        return clearover.vm("erp01").getJsonObject("last_operation");
    }
}
