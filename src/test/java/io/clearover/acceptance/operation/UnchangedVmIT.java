package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.LabClient;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation that fails before it has changed anything leaves its VM in the state in which it was. */
@WithClearover
class UnchangedVmIT {

    private Clearover clearover;

    @BeforeEach
    void use(Clearover running) {
        clearover = running;
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "live"})
    void a_rollback_that_does_not_reach_the_destination_leaves_the_vm_failed_over(String type) {
        failOver(type);
        Site before = site();
        lab().faults().add(Fault.of("destination", FaultKind.DROP_BEFORE).always());

        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getString("status")).isEqualTo("failed");
        assertThat(before.difference(site())).isEmpty();
        assertThat(status()).isEqualTo("failed_over_" + type);
    }

    @Test
    void so_does_one_that_finds_nothing_to_do_until_it_fails() throws Exception {
        failOver("live");
        new LabClient(lab().url())
                .finished("stopVirtualMachine", "id", site().guests().get(0).id(), "forced", "true");
        lab().faults().add(Fault.of("listVolumes", FaultKind.DROP_BEFORE).always());

        JsonObject rollback = clearover.ended(clearover.startRollback("web01"));

        assertThat(rollback.getString("failed_step_friendly")).isEqualTo("Detaching Storage Volumes");
        assertThat(status()).isEqualTo("failed_over_live");
    }

    @Test
    void one_that_has_stopped_the_vm_leaves_it_for_another_rollback() {
        failOver("live");
        lab().faults().add(Fault.of("detachVolume", FaultKind.FAIL_JOB).forVm("web01"));

        clearover.ended(clearover.startRollback("web01"));

        assertThat(status()).isEqualTo("cleanup_required");
    }

    @Test
    void one_whose_change_may_have_been_made_though_nobody_knows_leaves_it_for_another_rollback() {
        failOver("live");
        lab().faults().add(Fault.of("stopVirtualMachine", FaultKind.DROP_BEFORE).always());

        clearover.ended(clearover.startRollback("web01"));

        assertThat(status()).isEqualTo("cleanup_required");
    }

    @Test
    void a_failover_that_can_not_be_undone_but_has_changed_nothing_leaves_the_vm_ready() {
        lab().faults().add(Fault.of("listSnapshots", FaultKind.DROP_BEFORE).always());
        String failover =
                clearover.start("/api/v1/failover/test", "{\"vm_name\": \"web01\", \"perform_final_sync\": false}");

        JsonObject status = clearover.ended(failover);

        assertThat(status.getString("failed_step_friendly")).isEqualTo("Creating Backup Snapshots");
        assertThat(status()).isEqualTo("ready_for_failover");
    }

    private void failOver(String type) {
        JsonObject failover = clearover.ended(clearover.start("/api/v1/failover/" + type, "{\"vm_name\": \"web01\"}"));
        assertThat(failover.getString("status")).as(failover.toString()).isEqualTo("completed");
    }

    private String status() {
        return clearover.vm("web01").getString("current_status");
    }

    private Site site() {
        return lab().look().of("web01");
    }

    private Lab lab() {
        return clearover.installation().lab();
    }
}
