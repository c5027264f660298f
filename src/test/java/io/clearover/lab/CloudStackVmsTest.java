package io.clearover.lab;

import static io.clearover.lab.RunningLab.newVm;
import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.lab.site.Destination;
import io.clearover.lab.site.LabNetwork;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The life of VMs in the simulated CloudStack. */
@Execution(ExecutionMode.CONCURRENT)
class CloudStackVmsTest {

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void a_deployment_runs_first_and_succeeds_then() throws Exception {
        lab.restart(0.5);
        JsonObject started = lab.client()
                .command("deployVirtualMachine", newVm("web01-test-1"))
                .content();

        JsonObject running = lab.client()
                .command("queryAsyncJobResult", "jobid", started.getString("jobid"))
                .content();
        JsonObject ended = lab.client().ended(started.getString("jobid"));

        assertThat(running.getInt("jobstatus")).isZero();
        assertThat(ended.getInt("jobstatus")).isEqualTo(1);
        JsonObject vm = ended.getJsonObject("jobresult").getJsonObject("virtualmachine");
        assertThat(vm.getString("id")).isEqualTo(started.getString("id"));
        assertThat(vm.getString("state")).isEqualTo("Stopped");
        assertThat(vm.getJsonArray("nic").getJsonObject(0).getString("networkid"))
                .isEqualTo(LabNetwork.TEST.id());
    }

    @Test
    void a_deployment_without_room_fails_in_its_job() throws Exception {
        JsonObject ended = lab.client().finished("deployVirtualMachine", newVm("legacy01-test-1"));

        assertThat(ended.getInt("jobstatus")).isEqualTo(2);
        assertThat(ended.getJsonObject("jobresult").getInt("errorcode")).isEqualTo(533);
        assertThat(ended.getJsonObject("jobresult").getString("errortext"))
                .startsWith("Unable to create a deployment for VM instance {");
        assertThat(only("legacy01-test-1").getString("state")).isEqualTo("Error");
    }

    @Test
    void a_name_that_is_taken_is_refused() throws Exception {
        lab.client().finished("deployVirtualMachine", newVm("web01-test-1"));

        LabClient.Answer second = lab.client().command("deployVirtualMachine", newVm("web01-test-1"));

        assertThat(second.status()).isEqualTo(431);
        assertThat(second.content().getInt("cserrorcode")).isEqualTo(4350);
    }

    @Test
    void a_name_with_other_signs_is_refused() throws Exception {
        assertThat(lab.client()
                        .command("deployVirtualMachine", newVm("web01 test"))
                        .status())
                .isEqualTo(431);
    }

    @Test
    void a_name_finds_all_that_have_it_in_theirs() throws Exception {
        lab.client().finished("deployVirtualMachine", newVm("web01-test-1"));
        lab.client().finished("deployVirtualMachine", newVm("web01-test-12"));

        JsonObject found = lab.client()
                .command("listVirtualMachines", "name", "WEB01-test-1")
                .content();

        assertThat(found.getInt("count")).isEqualTo(2);
    }

    @Test
    void a_second_card_in_the_same_network_is_refused() throws Exception {
        String vm = lab.emptyVm("web01-test-1");

        JsonObject other = lab.client()
                .finished("addNicToVirtualMachine", "virtualmachineid", vm, "networkid", LabNetwork.TEST_DMZ.id());
        LabClient.Answer same = lab.client()
                .command("addNicToVirtualMachine", "virtualmachineid", vm, "networkid", LabNetwork.TEST.id());

        assertThat(other.getJsonObject("jobresult")
                        .getJsonObject("virtualmachine")
                        .getJsonArray("nic"))
                .hasSize(2);
        assertThat(same.content().getString("errortext")).contains("A NIC already exists");
    }

    @Test
    void a_vm_without_a_root_volume_does_not_start() throws Exception {
        String vm = lab.emptyVm("web01-test-1");

        JsonObject ended = lab.client().finished("startVirtualMachine", "id", vm);

        assertThat(ended.getInt("jobstatus")).isEqualTo(2);
        assertThat(only("web01-test-1").getString("state")).isEqualTo("Stopped");
    }

    @Test
    void an_expunged_vm_takes_its_root_volume_with_it_and_lets_the_others_go() throws Exception {
        String vm = lab.emptyVm("web01-test-1");
        move(volumeId("web01", 0), vm, "0");
        move(volumeId("web01", 1), vm, "1");

        lab.client().finished("destroyVirtualMachine", "id", vm, "expunge", "true");

        assertThat(lab.client()
                        .command("listVolumes", "id", volumeId("web01", 0))
                        .content())
                .isEmpty();
        assertThat(lab.volume(volumeId("web01", 1))).doesNotContainKey("attachedTo");
        assertThat(lab.client().command("listVirtualMachines", "id", vm).content())
                .isEmpty();
    }

    @Test
    void the_appliance_itself_can_not_be_destroyed() throws Exception {
        assertThat(lab.client()
                        .command("destroyVirtualMachine", "id", Destination.APPLIANCE_VM_ID, "expunge", "true")
                        .status())
                .isEqualTo(431);
    }

    private void move(String volume, String vm, String device) throws Exception {
        lab.client().finished("detachVolume", "id", volume);
        lab.client().finished("attachVolume", "id", volume, "virtualmachineid", vm, "deviceid", device);
    }

    private JsonObject only(String name) throws Exception {
        return lab.client()
                .command("listVirtualMachines", "name", name)
                .content()
                .getJsonArray("virtualmachine")
                .getJsonObject(0);
    }
}
