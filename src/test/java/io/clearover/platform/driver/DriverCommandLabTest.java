package io.clearover.platform.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.lab.DriverTool;
import io.clearover.lab.Lab;
import io.clearover.lab.site.Fleet;
import io.clearover.platform.CallPermit;
import io.clearover.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the lab's stand-in for the driver tool, a program of its own. */
class DriverCommandLabTest {

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void start() throws IOException {
        lab = new Lab(folder.resolve("state"), 0, 0.05).start();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void web01_gets_its_drivers() throws IOException {
        command().inject(systemDisk("web01"), "job-web01");

        assertThat(Files.size(folder.resolve("driver-injection-job-web01.log"))).isPositive();
    }

    @Test
    void pgtest1_does_not_and_the_message_says_why() {
        String device = systemDisk("pgtest1");

        assertThatThrownBy(() -> command().inject(device, "job-pgtest1"))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("VirtIO driver injection failed: virt-v2v-in-place failed with exit code 1 on "
                        + device + ": virt-v2v-in-place: error: ");
    }

    private DriverCommand command() {
        List<String> tool = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DriverTool.class.getName(),
                lab.url());
        return new DriverCommand(
                tool, Duration.ofSeconds(60), Optional.of(folder.toString()), Optional.empty(), CallPermit.ALWAYS);
    }

    private static String systemDisk(String vm) {
        return Fleet.named(vm).orElseThrow().disks().get(0).devicePath();
    }
}
