package io.clearover.platform.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.lab.Lab;
import io.clearover.lab.site.Fleet;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The appliance's devices as the lab shows them. */
class DeviceLinksLabTest {

    @Test
    void each_volume_is_found_at_its_device(@TempDir Path folder) throws Exception {
        try (Lab lab = new Lab(folder, 0, 0.05)) {
            DeviceLinks links = new DeviceLinks(lab.devices().toString(), Duration.ZERO);

            assertThat(Fleet.VMS.stream().flatMap(vm -> vm.disks().stream()))
                    .allSatisfy(disk -> assertThat(links.of(disk.volumeId())).contains(disk.devicePath()));
        }
    }
}
