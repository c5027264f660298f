package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.platform.appliance.DeviceLinks;
import io.clearover.vm.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which block device drivers are written on. */
class DriverTargetTest {

    private static final String VOLUME = "6f1c7a2e-9b1d-4c5f-8a3e-0d2b4c6e8f10";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_appliance_shows_counts_and_not_what_is_recorded(boolean recordsTrusted) throws IOException {
        Files.createSymbolicLink(folder.resolve("virtio-6f1c7a2e9b1d4c5f8a3e"), Path.of("/dev/vdd"));

        assertThat(target(recordsTrusted).of(recordedAt("/dev/vde"))).contains("/dev/vdd");
    }

    @Test
    void a_record_alone_is_not_believed() {
        assertThat(target(false).of(recordedAt("/dev/vde"))).isEmpty();
    }

    @Test
    void a_record_counts_where_the_administrator_says_so() {
        assertThat(target(true).of(recordedAt("/dev/vde"))).contains("/dev/vde");
    }

    @Test
    void a_record_of_no_device_never_counts() {
        assertThat(target(true).of(recordedAt("remote-" + VOLUME))).isEmpty();
        assertThat(target(true).of(recordedAt(null))).isEmpty();
    }

    private DriverTarget target(boolean recordsTrusted) {
        return new DriverTarget(new DeviceLinks(folder.toString(), Duration.ZERO), recordsTrusted);
    }

    private static Disk recordedAt(String device) {
        return new Disk(1, 1L, VOLUME, "disk-2000", null, device, 4, null, null);
    }
}
