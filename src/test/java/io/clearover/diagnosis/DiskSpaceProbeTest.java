package io.clearover.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.platform.ApplianceHost;
import io.clearover.platform.appliance.LocalHost;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the appliance counts as low on disk space. */
class DiskSpaceProbeTest {

    @TempDir
    Path folder;

    @Test
    void as_much_as_is_wanted_is_enough() {
        assertThat(new DiskSpaceProbe(host(), 0).look(null).word()).isEqualTo("enough");
    }

    @Test
    void less_than_is_wanted_is_low_and_the_folder_is_named() {
        Finding found = new DiskSpaceProbe(host(), Long.MAX_VALUE).look(null);

        assertThat(found.word()).isEqualTo("low");
        assertThat(found.detail()).contains("MiB are free at /");
    }

    private ApplianceHost host() {
        return new LocalHost(Optional.empty(), Optional.of(folder.toString()));
    }
}
