package io.clearover.lab;

import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        int exitCode = run("/dev/vdd");

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

    @Test
    void it_can_be_refused_without_touching_the_disk() throws Exception {
        String before = lab.volume(volumeId("web01", 0)).getString("content");
        fail(FaultKind.REFUSE);

        assertThat(run("/dev/vdb")).isEqualTo(1);
        assertThat(output()).contains("virt-v2v-in-place: error: libguestfs error:");
        assertThat(lab.volume(volumeId("web01", 0)).getString("content")).isEqualTo(before);
    }

    @Test
    void killed_it_leaves_a_disk_half_converted_and_no_last_words() throws Exception {
        fail(FaultKind.KILLED);

        assertThat(run("/dev/vdb")).isEqualTo(137);
        assertThat(output()).isNotEmpty().doesNotContain("Finishing off");
        assertThat(lab.volume(volumeId("web01", 0)).getBoolean("converted")).isFalse();
        assertThat(lab.volume(volumeId("web01", 0)).getString("content")).endsWith("half converted");
    }

    @Test
    void it_can_say_that_all_is_well_in_the_middle_of_its_output() throws Exception {
        fail(FaultKind.RUBBISH);

        assertThat(run("/dev/vdb")).isZero();
        assertThat(output()).isNotEmpty().doesNotContain("Finishing off");
        assertThat(lab.volume(volumeId("web01", 0)).getBoolean("converted")).isFalse();
    }

    @Test
    void it_can_hang_until_the_faults_are_cleared() throws Exception {
        ArmedFault hang = fail(FaultKind.HANG);
        CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> {
            try {
                return run("/dev/vdb");
            } catch (Exception dropped) {
                return -1;
            }
        });
        await().until(() -> hang.fired() == 1);
        assertThat(exit).isNotDone();

        lab.lab().faults().clear();

        assertThat(exit).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(-1);
        assertThat(lab.volume(volumeId("web01", 0)).getBoolean("converted")).isFalse();
    }

    private ArmedFault fail(FaultKind kind) {
        return lab.lab().faults().add(Fault.of("driver", kind).forVm("web01"));
    }

    private int run(String device) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new DriverTool(out, out).run(List.of(lab.lab().url(), device, "job-1"));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
