package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.watch.Look;
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
    @ValueSource(strings = {"final-sync", "multi-volume-snapshot-creation", "volume-attachment"})
    void a_failover_whose_server_was_killed_is_gone_on_with(String at, Clearover clearover) {
        Look before = clearover.installation().lab().look();
        String job = clearover.startTestFailover("erp01");
        awaitRunning(job, at, clearover);

        restart(clearover, () -> {});

        JsonObject status = clearover.ended(job);
        assertThat(status.getString("status")).isEqualTo("completed");
        assertThat(status.getInt("resumed")).isEqualTo(1);
        assertThat(summary(clearover).getString("job_id")).isEqualTo(job);
        assertThat(clearover.vm("erp01").getString("current_status")).isEqualTo("failed_over_test");
        assertThat(clearover.ended(clearover.startRollback("erp01")).getString("status"))
                .isEqualTo("completed");
        assertThat(before.difference(clearover.installation().lab().look())).isEmpty();
    }

    @Test
    void a_live_failover_whose_server_was_killed_is_undone_if_somebody_has_switched_the_source_on(Clearover clearover) {
        Look before = clearover.installation().lab().look();
        String job = clearover.start("/api/v1/failover/live", "{\"vm_name\": \"erp01\"}");
        awaitRunning(job, "multi-volume-snapshot-creation", clearover);

        restart(clearover, () -> clearover.installation().lab().switchOn("erp01"));

        assertUndone(clearover.ended(job, "admin"), before, clearover);
    }

    @Test
    void a_failover_that_has_outlived_three_servers_is_undone(Clearover clearover) {
        Look before = clearover.installation().lab().look();
        String job = clearover.startTestFailover("erp01");
        awaitRunning(job, "multi-volume-snapshot-creation", clearover);

        restart(
                clearover,
                () -> clearover.sql(
                        "UPDATE job_tracking SET metadata = JSON_SET(metadata, '$.resumed', 3) WHERE id = '%s'"
                                .formatted(job)));

        assertUndone(clearover.ended(job, "admin"), before, clearover);
    }

    @Test
    void a_failover_whose_server_was_killed_while_it_prepared_drivers_is_undone(Clearover clearover) {
        Look before = clearover.installation().lab().look();
        String job = clearover.startTestFailover("erp01");
        awaitRunning(job, "virtio-driver-injection", clearover);

        restart(clearover, () -> {});

        assertUndone(clearover.ended(job, "admin"), before, clearover);
    }

    @Test
    void a_failover_that_had_failed_stays_failed_though_it_was_to_be_cancelled_when_its_server_died(
            Clearover clearover) {
        Lab lab = clearover.installation().lab();
        Look before = lab.look();
        lab.faults().add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm("web01"));
        ArmedFault undo = clearover.hold("destroyVirtualMachine", "web01");
        String job = clearover.startTestFailover("web01");
        Clearover.awaitHeld(undo);

        Api.Answer cancel = clearover.as("operator").post("/api/v1/failover/%s/cancel".formatted(job), "");
        restart(clearover, clearover::letGo);

        assertThat(cancel.status()).as(cancel.text()).isEqualTo(202);
        JsonObject status = clearover.ended(job);
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Starting and Validating VM");
        assertThat(before.difference(lab.look())).isEmpty();
    }

    /** The server dies, something may happen, and the next one starts. */
    private static void restart(Clearover clearover, Runnable meanwhile) {
        clearover.installation().server().kill();
        meanwhile.run();
        clearover.installation().startServer();
    }

    private static void assertUndone(JsonObject status, Look before, Clearover clearover) {
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("technical_details")).contains("interrupted");
        assertThat(status.getString("error_message_user")).isNotBlank();
        assertThat(summary(clearover).get("job_id")).isEqualTo(status.get("job_id"));
        assertThat(summary(clearover).getString("status")).isEqualTo("failed");
        assertThat(summary(clearover).get("failed_step")).isEqualTo(status.get("failed_step_friendly"));
        assertThat(clearover.vm("erp01").getString("current_status")).isEqualTo("ready_for_failover");
        assertThat(before.difference(clearover.installation().lab().look())).isEmpty();
    }

    @Test
    void a_rollback_whose_server_was_killed_is_gone_on_with(Clearover clearover) {
        Look before = clearover.installation().lab().look();
        clearover.ended(clearover.startTestFailover("erp01"));
        String rollback = clearover.startRollback("erp01");
        awaitRunning(rollback, "cloudstack-snapshot-rollback", clearover);

        restart(clearover, () -> {});

        assertThat(clearover.ended(rollback).getString("status")).isEqualTo("completed");
        assertThat(summary(clearover).getString("operation_type")).isEqualTo("rollback");
        assertThat(clearover.vm("erp01").getString("current_status")).isEqualTo("ready_for_failover");
        assertThat(before.difference(clearover.installation().lab().look())).isEmpty();
    }

    @Test
    void an_operation_is_handed_over_when_its_server_is_stopped(Clearover clearover) {
        String job = clearover.startTestFailover("erp01");
        awaitRunning(job, "volume-attachment", clearover);

        clearover.installation().server().close();
        assertThat(clearover.text("SELECT status FROM job_tracking WHERE id = '%s'".formatted(job)))
                .isEqualTo("running");
        clearover.installation().startServer();

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
        assertThat(clearover.installation().lab().look().of("erp01").isFailedOver())
                .isTrue();
        assertThat(clearover.installation().lab().acts().of("erp01").repeated()).isEmpty();
    }

    @Test
    void a_server_that_is_stopped_waits_neither_for_open_streams_nor_for_running_operations(Clearover clearover) {
        ArmedFault sync = clearover.hold("progress", "erp01");
        String job = clearover.startTestFailover("erp01");
        Clearover.awaitHeld(sync);
        try (Listening all = clearover.as("viewer").listen("/api/v1/events").ready();
                Listening one = clearover.as("viewer").listen("/api/v1/jobs/%s/events".formatted(job))) {
            one.hears("how it is now", event -> event.name().equals("job"));

            clearover.installation().server().close();

            assertThat(clearover.installation().server().printed())
                    .contains("CWWKE0036I") // it has stopped
                    .doesNotContain("CWWKE1102W"); // because the longest time to wait was over
            assertThat(all.hasEnded()).isTrue();
            assertThat(one.hasEnded()).isTrue();
            assertThat(clearover.text("SELECT owner FROM job_tracking WHERE id = '%s'".formatted(job)))
                    .isEqualTo("clearover@nobody");
        }
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
