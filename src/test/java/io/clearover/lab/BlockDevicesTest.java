package io.clearover.lab;

import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.lab.appliance.BlockDevices;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The block devices of the lab's appliance: named as its Linux finds them, and linked by their serials. */
class BlockDevicesTest {

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void each_replicated_disk_is_where_the_seed_says() {
        lab.lab().grow(99);

        assertThat(Fleet.with(99).stream().flatMap(vm -> vm.disks().stream()))
                .allSatisfy(disk -> assertThat(device(disk.volumeId())).isEqualTo(disk.devicePath()));
    }

    @Test
    void no_letter_is_left_out_for_the_cd_drive() throws Exception {
        assertThat(lab.volume(volumeId("web01", 1)).getInt("deviceId")).isEqualTo(2);
        assertThat(device(volumeId("web01", 1))).isEqualTo("/dev/vdc");
        assertThat(lab.volume(volumeId("pgtest1", 0)).getInt("deviceId")).isEqualTo(4);
        assertThat(device(volumeId("pgtest1", 0))).isEqualTo("/dev/vdd");
    }

    @Test
    void a_disk_that_comes_gets_the_lowest_free_name_whatever_its_device_id() throws Exception {
        detach("web01");
        detach("pgtest1");

        attach("pgtest1", 4);
        attach("web01", 1);

        assertThat(device(volumeId("pgtest1", 0))).isEqualTo("/dev/vdb");
        assertThat(device(volumeId("web01", 0))).isEqualTo("/dev/vdd");
    }

    @Test
    void a_disk_that_is_taken_off_has_no_link() throws Exception {
        detach("web01");

        assertThat(Files.isSymbolicLink(link(volumeId("web01", 0)))).isFalse();
    }

    @Test
    void it_can_show_no_serials_until_a_reset() throws Exception {
        lab.lab().hideDevices();
        assertThat(lab.lab().devices()).isEmptyDirectory();

        lab.client().post("/lab/reset", "");

        assertThat(device(volumeId("web01", 0))).isEqualTo("/dev/vdb");
    }

    @Test
    void the_driver_tool_writes_on_the_disk_behind_the_name() throws Exception {
        detach("web01");
        detach("pgtest1");
        attach("pgtest1", 4);
        attach("web01", 1);

        lab.client().post("/lab/driver?device=/dev/vdd&job=1", "");

        assertThat(lab.volume(volumeId("web01", 0)).getBoolean("converted")).isTrue();
    }

    @Test
    void a_restart_keeps_the_names_and_a_reset_gives_them_back() throws Exception {
        detach("web01");
        detach("pgtest1");
        attach("pgtest1", 4);
        attach("web01", 1);

        lab.restart(RunningLab.PACE);
        assertThat(device(volumeId("web01", 0))).isEqualTo("/dev/vdd");

        lab.client().post("/lab/reset", "");
        assertThat(device(volumeId("web01", 0))).isEqualTo("/dev/vdb");
    }

    private void detach(String vm) throws Exception {
        lab.client().finished("detachVolume", "id", volumeId(vm, 0));
    }

    private void attach(String vm, int deviceId) throws Exception {
        lab.client()
                .finished(
                        "attachVolume",
                        "id",
                        volumeId(vm, 0),
                        "virtualmachineid",
                        Destination.APPLIANCE_VM_ID,
                        "deviceid",
                        Integer.toString(deviceId));
    }

    /** Where the link of a volume's serial leads to. */
    private String device(String volumeId) {
        try {
            return Files.readSymbolicLink(link(volumeId)).toString();
        } catch (IOException e) {
            throw new AssertionError(volumeId, e);
        }
    }

    private Path link(String volumeId) {
        return lab.lab().devices().resolve("virtio-" + BlockDevices.serial(volumeId));
    }
}
