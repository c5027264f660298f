package io.clearover.lab;

import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Destination;
import io.clearover.lab.state.Room;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Volumes and their snapshots in the simulated CloudStack. */
@Execution(ExecutionMode.CONCURRENT)
class CloudStackVolumesTest {

    private final String volume = volumeId("web01", 0);

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void volumes_begin_at_the_appliance() throws Exception {
        LabClient.Answer answer = lab.client().command("listVolumes", "virtualmachineid", Destination.APPLIANCE_VM_ID);

        assertThat(answer.content().getInt("count")).isEqualTo(12);
    }

    @Test
    void a_snapshot_is_backed_up_when_its_job_has_ended() throws Exception {
        JsonObject ended = lab.client().finished("createSnapshot", "volumeid", volume, "name", "before-test");

        assertThat(ended.getJsonObject("jobresult").getJsonObject("snapshot").getString("state"))
                .isEqualTo("BackedUp");
        assertThat(lab.client()
                        .command("listSnapshots", "volumeid", volume)
                        .content()
                        .getInt("count"))
                .isEqualTo(1);
    }

    @Test
    void if_told_so_it_refuses_a_snapshot_while_one_of_another_volume_of_the_vm_is_under_way() throws Exception {
        Room room = new Room();
        room.oneSnapshotPerVm = true;
        lab.lab().makeRoom(room);
        ArmedFault stuck = lab.lab().faults().add(Fault.of("createSnapshot", FaultKind.STUCK_JOB));
        lab.client().command("createSnapshot", "volumeid", volume, "name", "before-test");

        LabClient.Answer answer = lab.client().command("createSnapshot", "volumeid", volumeId("erp01", 0));

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.content().getString("errortext")).contains("other active snapshot tasks on the instance");
        lab.lab().faults().end(stuck);
        assertThat(lab.client()
                        .finished("createSnapshot", "volumeid", volumeId("erp01", 0))
                        .getInt("jobstatus"))
                .isEqualTo(1);
    }

    @Test
    void a_revert_is_refused_while_a_running_vm_holds_the_volume() throws Exception {
        LabClient.Answer answer = lab.client().command("revertSnapshot", "id", snapshot());

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.content().getString("errortext"))
                .isEqualTo("The VM the specified disk is attached to is not in the shutdown state.");
    }

    @Test
    void a_revert_brings_back_what_was_on_the_volume() throws Exception {
        String snapshot = snapshot();
        String content = lab.volume(volume).getString("content");
        lab.client().post("/lab/driver?device=/dev/vdb&job=1", "");
        assertThat(lab.volume(volume).getBoolean("converted")).isTrue();
        lab.client().finished("detachVolume", "id", volume);

        JsonObject ended = lab.client().finished("revertSnapshot", "id", snapshot);

        assertThat(ended.getInt("jobstatus")).isEqualTo(1);
        assertThat(lab.volume(volume).getString("content")).isEqualTo(content);
        assertThat(lab.volume(volume).getBoolean("converted")).isFalse();
    }

    @Test
    void a_deleted_snapshot_is_gone() throws Exception {
        String snapshot = snapshot();

        lab.client().finished("deleteSnapshot", "id", snapshot);

        assertThat(lab.client().command("listSnapshots", "id", snapshot).content())
                .isEmpty();
        assertThat(lab.client().command("revertSnapshot", "id", snapshot).status())
                .isEqualTo(431);
    }

    @Test
    void a_revert_whose_snapshot_is_removed_meanwhile_fails_and_leaves_the_volume_ready() throws Exception {
        lab.client().finished("detachVolume", "id", volume);
        String snapshot = snapshot();
        lab.lab().faults().add(Fault.of("deleteSnapshot", FaultKind.SLOW_JOB).delay(Duration.ofSeconds(2)));
        lab.client().command("deleteSnapshot", "id", snapshot);

        String revert = // begun before the deletion has ended, and done after it
                lab.client().command("revertSnapshot", "id", snapshot).content().getString("jobid");

        assertThat(lab.client().ended(revert).getInt("jobstatus")).isEqualTo(2);
        assertThat(lab.volume(volume).getString("state")).isEqualTo("Ready");
    }

    @Test
    void a_volume_that_is_attached_can_not_be_attached_or_deleted() throws Exception {
        String vm = lab.emptyVm("web01-test-1");

        LabClient.Answer attach = lab.client().command("attachVolume", "id", volume, "virtualmachineid", vm);
        LabClient.Answer delete = lab.client().command("deleteVolume", "id", volume);

        assertThat(attach.content().getString("errortext")).contains("volume is attached");
        assertThat(delete.status()).isEqualTo(431);
    }

    @Test
    void a_volume_at_device_0_is_the_root_volume_until_it_is_detached() throws Exception {
        String vm = lab.emptyVm("web01-test-1");
        lab.client().finished("detachVolume", "id", volume);

        JsonObject attached =
                lab.client().finished("attachVolume", "id", volume, "virtualmachineid", vm, "deviceid", "0");
        assertThat(attached.getJsonObject("jobresult").getJsonObject("volume").getString("type"))
                .isEqualTo("ROOT");
        lab.client().finished("startVirtualMachine", "id", vm);
        LabClient.Answer whileRunning = lab.client().command("detachVolume", "id", volume);
        lab.client().finished("stopVirtualMachine", "id", vm);
        JsonObject detached = lab.client().finished("detachVolume", "id", volume);

        assertThat(whileRunning.status()).isEqualTo(431);
        assertThat(detached.getJsonObject("jobresult").getJsonObject("volume").getString("type"))
                .isEqualTo("DATADISK");
    }

    @Test
    void a_volume_without_a_wish_gets_the_next_free_device_but_never_that_of_the_cd_drive() throws Exception {
        String vm = lab.emptyVm("web01-test-1");
        String[] volumes = {volume, volumeId("web01", 1), volumeId("erp01", 0)};

        for (String each : volumes) {
            lab.client().finished("detachVolume", "id", each);
            lab.client().finished("attachVolume", "id", each, "virtualmachineid", vm);
        }

        assertThat(volumes)
                .extracting(each -> lab.volume(each).getInt("deviceId"))
                .containsExactly(1, 2, 4);
    }

    @Test
    void the_second_disk_of_db01_can_go_back_to_the_appliance_alone() throws Exception {
        String vm = lab.emptyVm("db01-test-1");
        String held = volumeId("db01", 1);
        lab.client().finished("detachVolume", "id", held);

        LabClient.Answer toTheVm = lab.client().command("attachVolume", "id", held, "virtualmachineid", vm);
        JsonObject toTheAppliance = lab.client()
                .finished("attachVolume", "id", held, "virtualmachineid", Destination.APPLIANCE_VM_ID, "deviceid", "6");

        assertThat(toTheVm.status()).isEqualTo(431);
        assertThat(toTheVm.content().getString("errortext")).contains("volume is attached");
        assertThat(toTheAppliance.getInt("jobstatus")).isEqualTo(1);
    }

    private String snapshot() throws Exception {
        return lab.client()
                .finished("createSnapshot", "volumeid", volume)
                .getJsonObject("jobresult")
                .getJsonObject("snapshot")
                .getString("id");
    }
}
