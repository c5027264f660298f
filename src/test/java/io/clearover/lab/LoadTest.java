package io.clearover.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Devices;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.watch.Look;
import io.clearover.lab.watch.Site;
import jakarta.json.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** VMs that are there only when a load test asks for them. */
@Execution(ExecutionMode.CONCURRENT)
class LoadTest {

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void there_are_as_many_as_were_asked_for_and_the_appliance_holds_their_disks() throws Exception {
        List<LabVm> vms = lab.lab().grow(50);

        assertThat(vms)
                .hasSize(50)
                .extracting(LabVm::name)
                .startsWith("load-01")
                .endsWith("load-50");
        assertThat(lab.lab().look().sites().values()).hasSize(57).allMatch(Site::isUntouched);
        assertThat(lab.client()
                        .command("listVolumes", "virtualmachineid", Destination.APPLIANCE_VM_ID)
                        .content()
                        .getInt("count"))
                .isEqualTo(12 + 75);
    }

    @Test
    void no_two_disks_share_a_device() {
        List<Integer> devices = Fleet.with(99).stream()
                .flatMap(vm -> vm.disks().stream())
                .map(LabDisk::deviceId)
                .toList();

        assertThat(devices).doesNotHaveDuplicates().allMatch(Devices::valid);
    }

    @Test
    void devices_are_named_as_linux_names_them() {
        assertThat(List.of(Devices.path(1), Devices.path(25), Devices.path(26), Devices.path(87)))
                .containsExactly("/dev/vdb", "/dev/vdz", "/dev/vdaa", "/dev/vdcj");
    }

    @Test
    void a_restart_keeps_them_and_a_reset_takes_them_away() throws Exception {
        lab.lab().grow(3);
        lab.restart(RunningLab.PACE);
        assertThat(lab.lab().look().of("load-03").isUntouched()).isTrue();

        lab.client().post("/lab/reset", "");

        assertThat(lab.lab().look().sites()).doesNotContainKey("load-03");
    }

    @Test
    void growing_again_adds_only_what_is_missing() {
        lab.lab().grow(3);
        lab.lab().grow(2);

        assertThat(lab.lab().grow(4)).hasSize(4);
        assertThat(lab.lab().look().of("load-03").disks()).hasSize(1);
    }

    @Test
    void too_many_are_refused() {
        assertThatThrownBy(() -> lab.lab().grow(100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void their_source_knows_them_and_the_driver_tool_finds_their_disk() throws Exception {
        LabVm vm = lab.lab().grow(49).get(48);

        LabClient.Answer found = lab.client()
                .post(
                        "/api/v1/discover",
                        Json.createObjectBuilder()
                                .add("vcenter", Fleet.VCENTER)
                                .add("username", LabKeys.SOURCE_USERNAME)
                                .add("password", LabKeys.SOURCE_PASSWORD)
                                .add("filter", vm.name()));
        lab.client()
                .post("/lab/driver?device=%s&job=1".formatted(vm.disks().get(0).devicePath()), "");

        assertThat(found.body().getJsonArray("vms")).hasSize(1);
        assertThat(lab.lab().acts().of(vm.name()).count("driver")).isEqualTo(1);
    }

    @Test
    void fifty_can_be_failed_over_at_once() throws Exception {
        List<LabVm> vms = lab.lab().grow(50);
        ExecutorService threads = Executors.newFixedThreadPool(vms.size());
        try {
            CompletableFuture.allOf(vms.stream()
                            .map(vm -> CompletableFuture.runAsync(() -> failOver(vm), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }

        Look look = lab.lab().look();
        assertThat(vms).allSatisfy(vm -> assertThat(look.of(vm.name())).matches(Site::isFailedOver));
        assertThat(lab.lab().acts().repeated()).isEmpty();
    }

    private void failOver(LabVm vm) {
        try {
            String id = lab.emptyVm(vm.name() + "-test-1");
            for (LabDisk disk : vm.disks()) {
                lab.client().finished("createSnapshot", "volumeid", disk.volumeId());
                lab.client().finished("detachVolume", "id", disk.volumeId());
                lab.client()
                        .finished(
                                "attachVolume",
                                "id",
                                disk.volumeId(),
                                "virtualmachineid",
                                id,
                                "deviceid",
                                Integer.toString(disk.index()));
            }
            lab.client().finished("startVirtualMachine", "id", id);
        } catch (Exception e) {
            throw new AssertionError(vm.name(), e);
        }
    }
}
