package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs are not forgotten by a server that lives. */
@WithClearover
class LeasesIT {

    private Clearover clearover;

    @AfterEach
    void removeTrigger() {
        clearover.sql("DROP TRIGGER IF EXISTS refuse_end");
    }

    @Test
    void a_job_whose_end_can_not_be_recorded_is_ended_when_it_can(Clearover running) {
        clearover = running;
        clearover.sql("CREATE TRIGGER refuse_end BEFORE UPDATE ON job_tracking FOR EACH ROW"
                + " IF NEW.status = 'failed' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no end today'; END IF");
        String job = clearover.startTestFailover("pgtest1");
        until("its end is refused", () -> clearover
                .installation()
                .server()
                .printed()
                .contains("context=%s its end could not be recorded".formatted(clearover.contextId("pgtest1"))));

        clearover.sql("DROP TRIGGER refuse_end");

        JsonObject status = clearover.ended(job);
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("failed_step_friendly")).isEqualTo("Preparing Drivers for KVM");
        assertThat(clearover.vm("pgtest1").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void a_job_whose_row_is_locked_keeps_no_other_from_its_sign_of_life(Clearover running) throws SQLException {
        clearover = running;
        String locked = held("web01");
        String other = held("db01");

        try (Connection connection = clearover.installation().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT id FROM job_tracking WHERE id = '%s' FOR UPDATE".formatted(locked));
            long before = signOfLife(other);

            until("two more signs of life", () -> signOfLife(other) > before + 1);
            assertThat(clearover.text("SELECT status FROM job_tracking WHERE id = '%s'".formatted(other)))
                    .isEqualTo("running");
            connection.rollback();
        }
    }

    @Test
    void what_was_done_for_a_job_that_is_another_server_s_by_now_is_not_noted(Clearover running) {
        clearover = running;
        ArmedFault polling = clearover.hold("queryAsyncJobResult:createSnapshot", "web01");
        String job = clearover.startTestFailover("web01");
        Clearover.awaitHeld(polling);

        give(job, "clearover@another#1");
        clearover.letGo();

        until("this server gives up", () -> clearover
                .installation()
                .server()
                .printed()
                .contains("job %s has ended, is gone, or is another".formatted(job)));
        assertThat(clearover.texts("SELECT COALESCE(snapshot_id, 'none') FROM ossea_volumes WHERE vm_context_id = '%s'"
                        .formatted(clearover.contextId("web01"))))
                .containsOnly("none");
        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
    }

    @Test
    void a_server_that_can_not_show_that_it_lives_makes_no_further_call(Clearover running) throws SQLException {
        clearover = running;
        clearover.ended(clearover.startTestFailover("web01"));
        Lab lab = clearover.installation().lab();
        ArmedFault answer = lab.faults()
                .add(Fault.of("detachVolume", FaultKind.DELAY).forVm("web01").delay(Duration.ofSeconds(8)));
        int detached = lab.acts().of("web01").count("detachVolume");
        String job = clearover.startRollback("web01");
        Clearover.awaitHeld(answer);

        try (Connection connection = clearover.installation().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT id FROM job_tracking WHERE id = '%s' FOR UPDATE".formatted(job));

            until("it waits", () -> clearover
                    .installation()
                    .server()
                    .printed()
                    .contains("job=%s waits: this server gave no sign of life".formatted(job)));
            assertThat(lab.acts().of("web01").count("detachVolume")).isEqualTo(detached + 1);
            connection.rollback();
        }

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
    }

    @Test
    void a_job_that_its_own_server_has_let_go_of_is_gone_on_with(Clearover running) {
        clearover = running;
        String job = held("web01");
        String owner = clearover.text("SELECT owner FROM job_tracking WHERE id = '%s'".formatted(job));
        give(job, "clearover@another#1");
        until("this server gives up", () -> clearover
                .installation()
                .server()
                .printed()
                .contains("job=%s was taken over by another server".formatted(job)));

        give(job, owner);
        clearover.letGo();

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
    }

    @Test
    void a_process_that_lives_under_the_same_node_s_name_keeps_its_jobs(Clearover running) {
        clearover = running;
        String other = held("db01");
        String owner = clearover.text("SELECT owner FROM job_tracking WHERE id = '%s'".formatted(other));
        String living = owner.replaceFirst("#.*", "#living");
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, started_at)
                VALUES ('living', '%s', 'failover', 'unified-test-failover', 'running', '%s', UTC_TIMESTAMP())"""
                        .formatted(clearover.contextId("web01"), living));
        long before = signOfLife(other);

        until("this server has looked a few times", () -> {
            clearover.sql("UPDATE job_tracking SET updated_at = NOW() WHERE id = 'living'");
            return signOfLife(other) > before + 3;
        });

        assertThat(clearover.text("SELECT owner FROM job_tracking WHERE id = 'living'"))
                .isEqualTo(living);
        clearover.sql("DELETE FROM job_tracking WHERE id = 'living'");
    }

    private void give(String job, String owner) {
        clearover.sql("UPDATE job_tracking SET owner = '%s', updated_at = NOW() WHERE id = '%s'".formatted(owner, job));
    }

    private long signOfLife(String job) {
        return clearover.number("SELECT UNIX_TIMESTAMP(updated_at) FROM job_tracking WHERE id = '%s'".formatted(job));
    }

    private String held(String vm) {
        ArmedFault fault = clearover.hold("createSnapshot", vm);
        String job = clearover.startTestFailover(vm);
        Clearover.awaitHeld(fault);
        return job;
    }

    private static void until(String what, BooleanSupplier condition) {
        await(what)
                .atMost(Duration.ofSeconds(45))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(condition::getAsBoolean);
    }
}
