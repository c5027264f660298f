package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another program on the same database overwrites what is recorded of a rollback, or of the failover that it rolls back: the
 * rollback does not count as completed unless its VM is free, and the VM can always be freed.
 */
@WithClearover
class OverwrittenRollbacksIT extends OverwrittenRecords {

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "'{}'", OF_ANOTHER_FORM})
    void a_rollback_whose_record_is_wiped_fails_and_the_next_one_frees_the_vm(String wiped) {
        clearover.ended(live("web01"));
        String rollback = held("web01", "revertSnapshot", 0, () -> rollback("web01"));

        wipe(rollback, wiped);
        clearover.letGo();

        JsonObject status = clearover.ended(rollback);
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertThat(status.getInt("steps_total")).isEqualTo(7);
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("cleanup_required");
        assertThat(clearover.ended(rollback("web01")).getString("status")).isEqualTo("completed");
        assertFreed("web01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE job_tracking SET metadata = NULL WHERE id = '%1$s'",
                "UPDATE failover_jobs SET destination_vm_id = NULL WHERE vm_context_id = '%2$s'",
                "UPDATE failover_jobs SET destination_vm_id = 'no-such-vm' WHERE vm_context_id = '%2$s'",
                "UPDATE failover_jobs SET destination_vm_id = '%3$s' WHERE vm_context_id = '%2$s'",
                "UPDATE failover_jobs SET vm_context_id = NULL WHERE vm_context_id = '%2$s'",
                "DELETE FROM failover_jobs WHERE vm_context_id = '%2$s'",
                "UPDATE ossea_volumes SET snapshot_id = NULL, snapshot_status = NULL WHERE vm_context_id = '%2$s'",
                "UPDATE ossea_volumes SET snapshot_id = 'no-such-snapshot' WHERE vm_context_id = '%2$s'",
                "DELETE FROM device_mappings WHERE vm_context_id = '%2$s'",
            })
    void the_rollback_of_a_failover_that_was_wiped_since_finds_what_it_made_at_the_destination(String wiping) {
        String theirs = lab.makeVm("somebody-elses");
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);

        clearover.sql(wiping.formatted(job, clearover.contextId("web01"), theirs));
        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(clearover.dataCentre().toString()).contains(theirs);
        assertFreed("web01");
        assertFailsOver("web01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ossea_volumes WHERE vm_context_id = '%s'",
                "UPDATE ossea_volumes SET vm_context_id = NULL WHERE vm_context_id = '%s'",
            })
    void the_rollback_of_a_failover_whose_volumes_are_recorded_no_more_gives_them_back_and_keeps_the_copies(
            String wiping) {
        clearover.ended(clearover.startTestFailover("web01"));

        clearover.sql(wiping.formatted(clearover.contextId("web01")));
        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(site("web01").isUntouched())
                .as(before.of("web01").difference(site("web01")))
                .isTrue();
        assertRefusedUntilReplicated();
    }

    @Test
    void the_rollback_of_a_live_failover_that_failed_and_was_wiped_switches_the_source_on() {
        lab.faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB).forVm("web01"));
        lab.faults().add(Fault.of("power-on", FaultKind.REFUSE).forVm("web01").always());
        String job = live("web01");
        clearover.ended(job);
        clearover.letGo();

        wipe(job, NOTHING);
        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getBoolean("power_on_source")).isTrue();
        assertFreed("web01");
    }

    private void assertRefusedUntilReplicated() {
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
        JsonObject next = clearover.ended(clearover.startTestFailover("web01"));
        assertThat(next.getString("failed_step_friendly")).isEqualTo("Pre-flight Validation");
        assertThat(next.getString("cause")).isEqualTo("not-replicated");
    }
}
