package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a server's end, planned or not, leaves to the next one. A start takes a server long, so one death meets all that is
 * asked of it: each operation on a VM of its own.
 */
@WithClearover
class RestartIT {

    private static final int LOAD_VMS = 8;

    private Clearover clearover;
    private Lab lab;
    private Look before;

    @BeforeEach
    void grow(Clearover running) {
        clearover = running;
        lab = clearover.installation().lab();
        lab.grow(LOAD_VMS);
        lab.seed(clearover.installation().dataSource());
        before = lab.look();
    }

    /** An operation that a server leaves behind. */
    private record Left(String vm, String job) {}

    @TestFactory
    Stream<DynamicTest> of_what_a_killed_server_leaves() {
        Left rollback = heldRollback("load-08", "revertSnapshot");
        Left sync = heldFailover("load-02", "progress");
        Left snapshot = heldFailover("load-04", "createSnapshot");
        Left attachment = heldFailover("load-06", "attachVolume");
        Left drivers = heldFailover("load-01", "driver");
        Left tooOften = heldFailover("load-03", "createSnapshot");
        Left switchedOn = heldLiveFailover("load-05", "createSnapshot");
        Left failed = heldUndoThatIsCancelled("web01");

        clearover.installation().server().kill();
        clearover.sql("UPDATE job_tracking SET metadata = JSON_SET(metadata, '$.resumed', 3) WHERE id = '%s'"
                .formatted(tooOften.job()));
        lab.switchOn(switchedOn.vm());
        clearover.letGo();
        clearover.installation().startServer();

        return Stream.of(
                dynamicTest("a failover in its final sync is gone on with", () -> assertGoneOnWith(sync)),
                dynamicTest("a failover that takes its snapshots is gone on with", () -> assertGoneOnWith(snapshot)),
                dynamicTest("a failover that attaches its volumes is gone on with", () -> assertGoneOnWith(attachment)),
                dynamicTest("a rollback is gone on with", () -> assertRolledBack(rollback)),
                dynamicTest("a failover that prepares drivers is undone", () -> assertUndone(drivers)),
                dynamicTest("a failover that has outlived three servers is undone", () -> assertUndone(tooOften)),
                dynamicTest(
                        "a live failover is undone if somebody has switched the source on",
                        () -> assertUndone(switchedOn)),
                dynamicTest(
                        "a failover that had failed stays failed though it was to be cancelled",
                        () -> assertFailed(failed)));
    }

    @TestFactory
    Stream<DynamicTest> of_what_a_stopped_server_leaves() {
        String failed = clearover.startTestFailover("pgtest1");
        JsonObject status = checked(failed);
        JsonObject vm = clearover.vm("pgtest1");
        JsonObject jobs = clearover.recentJobs("pgtest1");
        Left sync = heldFailover("load-02", "progress");
        Left attachment = heldFailover("load-06", "attachVolume");
        boolean streamsHaveEnded = stopWithOpenStreams(sync.job());
        String printed = clearover.installation().server().printed();
        List<String> leftBehind =
                clearover.texts("SELECT CONCAT(owner, ' ', status) FROM job_tracking WHERE id IN ('%s', '%s')"
                        .formatted(sync.job(), attachment.job()));
        clearover.letGo();
        clearover.installation().startServer();

        return Stream.of(
                dynamicTest("it waits neither for open streams nor for running operations", () -> assertThat(printed)
                        .contains("CWWKE0036I") // it has stopped
                        .doesNotContain("CWWKE1102W")), // because the longest time to wait was over
                dynamicTest("it ends the open streams", () -> assertThat(streamsHaveEnded)
                        .isTrue()),
                dynamicTest("its operations run on and are anybody's", () -> assertThat(leftBehind)
                        .containsExactly("clearover@nobody running", "clearover@nobody running")),
                dynamicTest("what they had done is not done again", () -> Stream.of(sync, attachment)
                        .forEach(this::assertNothingRepeated)),
                dynamicTest("a failover in its final sync is gone on with", () -> assertGoneOnWith(sync)),
                dynamicTest("a failover that attaches its volumes is gone on with", () -> assertGoneOnWith(attachment)),
                dynamicTest(
                        "a job that had ended is told as before",
                        () -> assertThat(clearover.status(failed, "operator")).isEqualTo(status)),
                dynamicTest("its VM is told as before", () -> assertThat(clearover.vm("pgtest1"))
                        .isEqualTo(vm)),
                dynamicTest("the VM's jobs are told as before", () -> assertThat(clearover.recentJobs("pgtest1"))
                        .isEqualTo(jobs)));
    }

    /** The job's status when it has ended and what was looked at after that is kept. */
    private JsonObject checked(String job) {
        clearover.ended(job);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> clearover.status(job, "operator"), status -> !status.getJsonArray("checks")
                        .isEmpty());
    }

    /** Stops the server while somebody listens to all jobs and to one; whether both are told that it is over. */
    private boolean stopWithOpenStreams(String job) {
        try (Listening all = clearover.as("viewer").listen("/api/v1/events").ready();
                Listening one = clearover.as("viewer").listen("/api/v1/jobs/%s/events".formatted(job))) {
            one.hears("how it is now", event -> event.name().equals("job"));
            clearover.installation().server().close();
            return all.hasEnded() && one.hasEnded();
        }
    }

    private Left heldFailover(String vm, String call) {
        ArmedFault held = clearover.hold(call, vm);
        Left failover = new Left(vm, clearover.startTestFailover(vm));
        Clearover.awaitHeld(held);
        return failover;
    }

    private Left heldLiveFailover(String vm, String call) {
        ArmedFault held = clearover.hold(call, vm);
        Left failover = new Left(vm, clearover.start("/api/v1/failover/live", "{\"vm_name\": \"%s\"}".formatted(vm)));
        Clearover.awaitHeld(held);
        return failover;
    }

    private Left heldRollback(String vm, String call) {
        clearover.ended(clearover.startTestFailover(vm));
        ArmedFault held = clearover.hold(call, vm);
        Left rollback = new Left(vm, clearover.startRollback(vm));
        Clearover.awaitHeld(held);
        return rollback;
    }

    private Left heldUndoThatIsCancelled(String vm) {
        lab.faults().add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm(vm));
        Left failover = heldFailover(vm, "destroyVirtualMachine");
        Api.Answer cancel = clearover.as("operator").post("/api/v1/failover/%s/cancel".formatted(failover.job()), "");
        assertThat(cancel.status()).as(cancel.text()).isEqualTo(202);
        return failover;
    }

    private void assertGoneOnWith(Left failover) {
        JsonObject status = clearover.ended(failover.job());
        assertThat(status.getString("status")).isEqualTo("completed");
        assertThat(status.getInt("resumed")).isEqualTo(1);
        assertThat(summary(failover).getString("job_id")).isEqualTo(failover.job());
        assertThat(clearover.vm(failover.vm()).getString("current_status")).isEqualTo("failed_over_test");
        assertThat(clearover.ended(clearover.startRollback(failover.vm())).getString("status"))
                .isEqualTo("completed");
        assertAsBefore(failover);
    }

    private void assertNothingRepeated(Left operation) {
        clearover.ended(operation.job());
        assertThat(lab.acts().of(operation.vm()).repeated()).isEmpty();
    }

    private void assertRolledBack(Left rollback) {
        assertThat(clearover.ended(rollback.job()).getString("status")).isEqualTo("completed");
        assertThat(summary(rollback).getString("operation_type")).isEqualTo("rollback");
        assertThat(clearover.vm(rollback.vm()).getString("current_status")).isEqualTo("ready_for_failover");
        assertAsBefore(rollback);
    }

    private void assertUndone(Left failover) {
        JsonObject status = clearover.ended(failover.job(), "admin");
        JsonObject summary = summary(failover);
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("technical_details")).contains("interrupted");
        assertThat(status.getString("error_message_user")).isNotBlank();
        assertThat(summary.get("job_id")).isEqualTo(status.get("job_id"));
        assertThat(summary.getString("status")).isEqualTo("failed");
        assertThat(summary.get("failed_step")).isEqualTo(status.get("failed_step_friendly"));
        assertThat(clearover.vm(failover.vm()).getString("current_status")).isEqualTo("ready_for_failover");
        assertAsBefore(failover);
    }

    private void assertFailed(Left failover) {
        JsonObject status = clearover.ended(failover.job());
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Starting and Validating VM");
        assertAsBefore(failover);
    }

    private void assertAsBefore(Left operation) {
        assertThat(before.of(operation.vm()).difference(lab.look().of(operation.vm())))
                .isEmpty();
    }

    private JsonObject summary(Left operation) {
        return clearover.vm(operation.vm()).getJsonObject("last_operation");
    }
}
