package io.clearover.platform.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearover.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceLinksTest {

    private static final String VOLUME = "6f1c7a2e-9b1d-4c5f-8a3e-0d2b4c6e8f10";

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"virtio-6f1c7a2e9b1d4c5f8a3e", "scsi-0QEMU_QEMU_HARDDISK_6f1c7a2e9b1d4c5f8a3e"})
    void a_volume_is_at_the_device_that_the_link_of_its_serial_leads_to(String name) throws IOException {
        link(name, "../../vde");

        assertThat(links(Duration.ZERO).of(VOLUME)).contains(root + "/dev/vde");
    }

    @Test
    void a_link_may_name_the_whole_path() throws IOException {
        link("virtio-6f1c7a2e9b1d4c5f8a3e", "/dev/vde");

        assertThat(links(Duration.ZERO).of(VOLUME)).contains("/dev/vde");
    }

    @Test
    void the_link_of_a_partition_or_another_volume_is_none_of_its() throws IOException {
        link("virtio-6f1c7a2e9b1d4c5f8a3e-part1", "../../vde1");
        link("virtio-6f1c7a2e9b1d4c5f8a3f", "../../vdf");

        assertThat(links(Duration.ZERO).of(VOLUME)).isEmpty();
    }

    @Test
    void what_is_no_link_is_no_device() throws IOException {
        Files.createFile(folder().resolve("virtio-6f1c7a2e9b1d4c5f8a3e"));

        assertThat(links(Duration.ZERO).of(VOLUME)).isEmpty();
    }

    @Test
    void without_the_folder_nothing_is_known() {
        assertThat(links(Duration.ZERO).of(VOLUME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "x/../other", "x\0"})
    void an_id_that_is_none_leads_nowhere(String id) throws IOException {
        link("other", "../../vde");
        link("virtio-", "../../vde");

        assertThat(links(Duration.ZERO).of(id)).isEmpty();
    }

    @Test
    void a_link_that_comes_later_is_waited_for() throws Exception {
        CompletableFuture<Optional<String>> seen = new CompletableFuture<>();
        Thread waiting =
                new Thread(() -> seen.complete(links(Duration.ofSeconds(30)).appearing(VOLUME)));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        link("virtio-6f1c7a2e9b1d4c5f8a3e", "/dev/vde");

        assertThat(seen.get(10, TimeUnit.SECONDS)).contains("/dev/vde");
    }

    @Test
    void one_that_does_not_come_is_waited_for_no_longer_than_the_limit() {
        assertThat(links(Duration.ofMillis(150)).appearing(VOLUME)).isEmpty();
    }

    @Test
    void an_interruption_ends_the_waiting_and_is_told_so() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> links(Duration.ofSeconds(30)).appearing(VOLUME))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("interrupted while waiting for the block device of volume " + VOLUME);
        assertThat(Thread.interrupted()).isTrue();
    }

    private DeviceLinks links(Duration limit) {
        return new DeviceLinks(root.resolve("dev/disk/by-id").toString(), limit);
    }

    private Path folder() throws IOException {
        return Files.createDirectories(root.resolve("dev/disk/by-id"));
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(folder().resolve(name), Path.of(target));
    }
}
