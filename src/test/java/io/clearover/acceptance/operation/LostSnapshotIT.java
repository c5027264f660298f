package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.LabClient;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody has removed a snapshot that a rollback, or an undo, needs: what the failover wrote stays on its volume. */
@WithClearover
class LostSnapshotIT {

    private Clearover clearover;

    @BeforeEach
    void use(Clearover running) {
        clearover = running;
    }

    @AfterEach
    void dropTrigger() {
        clearover.sql("DROP TRIGGER IF EXISTS unrecorded");
    }

    @Test
    void the_rollback_fails_and_says_why() throws Exception {
        clearover.ended(clearover.startTestFailover("web01"));
        removeSnapshot();

        assertFailed(clearover.ended(clearover.startRollback("web01"), "admin"));
    }

    @Test
    void the_undo_fails_however_often_it_is_tried() throws Exception {
        JsonObject status = clearover.ended(failWithoutSnapshot(), "admin");

        assertFailed(status);
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Starting and Validating VM");
    }

    @Test
    void the_undo_fails_too_when_it_could_not_be_recorded_that_it_had() throws Exception {
        failIsNotRecorded();
        String failover = failWithoutSnapshot();
        awaitGivenUp(failover);

        dropTrigger();

        assertFailed(clearover.ended(failover, "admin"));
    }

    @Test
    void the_rollback_fails_too_when_it_could_not_be_recorded_that_it_had() throws Exception {
        clearover.ended(clearover.startTestFailover("web01"));
        removeSnapshot();
        failIsNotRecorded();
        String rollback = clearover.startRollback("web01");
        awaitGivenUp(rollback);

        dropTrigger();

        assertFailed(clearover.ended(rollback, "admin"));
    }

    @Test
    void the_next_rollback_gives_the_volumes_back_and_the_vm_must_be_replicated_before_it_fails_over()
            throws Exception {
        clearover.ended(failWithoutSnapshot());
        clearover.letGo();

        JsonObject next = clearover.ended(clearover.startRollback("web01"));

        JsonObject failover = clearover.ended(clearover.startTestFailover("web01"));
        assertThat(next.getString("status")).isEqualTo("completed");
        assertThat(clearover.installation().lab().look().of("web01").orphans()).isEmpty();
        assertThat(failover.getString("status")).isEqualTo("failed");
        assertThat(failover.getString("failed_step_friendly")).isEqualTo("Pre-flight Validation");
        assertThat(failover.get("cause")).isNotEqualTo(JsonValue.NULL);
    }

    /** A test failover fails at its last but one step, and the snapshot is gone by then. */
    private String failWithoutSnapshot() throws Exception {
        ArmedFault made = clearover.hold("deployVirtualMachine", "web01");
        String failover = clearover.startTestFailover("web01");
        Clearover.awaitHeld(made);
        removeSnapshot();
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm("web01"));
        clearover.installation().lab().faults().end(made);
        return failover;
    }

    private void removeSnapshot() throws Exception {
        String snapshot = clearover.text("SELECT snapshot_id FROM ossea_volumes WHERE vm_context_id = '%s' ORDER BY id"
                .formatted(clearover.contextId("web01")));
        new LabClient(clearover.installation().lab().url()).finished("deleteSnapshot", "id", snapshot);
    }

    /** As if the server died just before it could record that going back has failed. */
    private void failIsNotRecorded() {
        clearover.sql("CREATE TRIGGER unrecorded BEFORE UPDATE ON job_steps FOR EACH ROW"
                + " IF NEW.name = 'cloudstack-snapshot-rollback' AND NEW.status = 'failed'"
                + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not now'; END IF");
    }

    private void awaitGivenUp(String job) {
        await("%s is given up".formatted(job))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> clearover
                        .text("SELECT owner FROM job_tracking WHERE id = '%s'".formatted(job))
                        .equals("clearover@nobody"));
    }

    private void assertFailed(JsonObject status) {
        assertThat(status.getString("status")).as(status.toString()).isEqualTo("failed");
        assertThat(status.getJsonArray("steps").getValuesAs(JsonObject.class))
                .filteredOn(step -> step.getString("name").equals("cloudstack-snapshot-rollback"))
                .extracting(step -> step.getString("status"))
                .containsExactly("failed");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("cleanup_required");
    }
}
