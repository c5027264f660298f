package io.clearover.lab;

import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The driver tool's stand-in. */
class DriverToolTest {

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void it_makes_a_windows_system_disk_bootable() throws Exception {
        int exitCode = run("/dev/vdb");

        assertThat(exitCode).isZero();
        assertThat(output()).contains("Converting Windows Server 2019 Standard to run on KVM", "/dev/vdb");
        assertThat(lab.volume(volumeId("web01", 0)).getBoolean("converted")).isTrue();
    }

    @Test
    void it_fails_on_pgtest1_after_it_has_begun_to_write() throws Exception {
        int exitCode = run("/dev/vde");

        assertThat(exitCode).isEqualTo(1);
        assertThat(output().lines().filter(line -> line.startsWith("virt-v2v-in-place: error: ")))
                .singleElement()
                .asString()
                .contains("failed to install the virtio drivers");
        assertThat(lab.volume(volumeId("pgtest1", 0)).getBoolean("converted")).isFalse();
        assertThat(lab.volume(volumeId("pgtest1", 0)).getString("content")).endsWith("half converted");
    }

    @Test
    void it_finds_no_system_on_a_data_disk() throws Exception {
        assertThat(run("/dev/vdc")).isEqualTo(1);
        assertThat(output()).contains("inspection could not detect the source guest");
    }

    @Test
    void it_refuses_a_device_without_a_volume() throws Exception {
        assertThat(run("/dev/vdz")).isEqualTo(1);
        assertThat(output()).contains("/dev/vdz is not a block device");
    }

    private int run(String device) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new DriverTool(out, out).run(List.of(lab.lab().url(), device, "job-1"));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
