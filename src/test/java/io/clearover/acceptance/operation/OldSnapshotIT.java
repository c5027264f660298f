package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.LabClient;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A snapshot of an earlier failover is there: what was replicated since would be lost if the volume were brought back to it,
 * though it would count as copied.
 */
@WithClearover
class OldSnapshotIT {

    private static final String VOLUME =
            Fleet.named("web01").orElseThrow().disks().get(0).volumeId();

    private Clearover clearover;
    private Site before;

    @BeforeEach
    void takeOldSnapshot(Clearover running) throws Exception {
        clearover = running;
        before = site();
        new LabClient(lab().url())
                .finished("createSnapshot", "volumeid", VOLUME, "name", "clearover-1700000000", "quiescevm", "false");
        lab().forgetActs();
    }

    @Test
    void an_undo_without_a_snapshot_of_its_own_does_not_go_back_to_it() {
        lab().faults()
                .add(Fault.of("createSnapshot", FaultKind.FAIL_JOB)
                        .forVm("web01")
                        .always());

        assertGoneWithoutReverting(clearover.ended(clearover.startTestFailover("web01")), 0);
    }

    @Test
    void an_undo_goes_back_to_its_own_one_once_though_the_removal_fails_for_the_first_time() {
        lab().faults().add(Fault.of("startVirtualMachine", FaultKind.FAIL_JOB).forVm("web01"));
        lab().faults()
                .add(Fault.of("deleteSnapshot", FaultKind.FAIL_JOB)
                        .forVm("web01")
                        .after(1));

        assertGoneWithoutReverting(
                clearover.ended(clearover.startTestFailover("web01")),
                before.disks().size());
    }

    @Test
    void one_that_another_program_has_noted_long_ago_does_not_count_either() {
        clearover.sql("UPDATE ossea_volumes SET snapshot_status = 'ready', snapshot_id = '%s' WHERE volume_id = '%s'"
                .formatted(site().snapshots().get(0).id(), VOLUME));
        lab().faults()
                .add(Fault.of("createSnapshot", FaultKind.FAIL_JOB)
                        .forVm("web01")
                        .always());

        assertGoneWithoutReverting(clearover.ended(clearover.startTestFailover("web01")), 0);
    }

    private void assertGoneWithoutReverting(JsonObject failover, int own) {
        assertThat(failover.getString("status")).as(failover.toString()).isEqualTo("failed");
        assertThat(lab().acts().of("web01").count("revertSnapshot")).isEqualTo(own);
        assertThat(before.difference(site())).isEmpty();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    private Site site() {
        return lab().look().of("web01");
    }

    private Lab lab() {
        return clearover.installation().lab();
    }
}
