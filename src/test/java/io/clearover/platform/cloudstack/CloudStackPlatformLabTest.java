package io.clearover.platform.cloudstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.lab.Lab;
import io.clearover.lab.LabKeys;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.site.LabVm;
import io.clearover.platform.DestinationSettings;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.NewVm;
import io.clearover.platform.PlatformException;
import io.clearover.platform.Snapshot;
import io.clearover.platform.Volume;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.http.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against the lab, over the wire: what a test failover and its rollback ask of the destination. */
class CloudStackPlatformLabTest {

    private static final LabVm WEB01 = Fleet.named("web01").orElseThrow();

    @TempDir
    Path state;

    private Lab lab;
    private CloudStackPlatform platform;

    @BeforeEach
    void start() throws IOException {
        lab = new Lab(state, 0, 0.05).start();
        platform = platform(LabKeys.SECRET_KEY);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void web01_goes_through_its_test_failover_and_back() {
        platform.check();
        Map<LabDisk, String> snapshots = snapshots();

        String vmId = createTestVm();
        attachDisks(vmId);
        platform.addNic(vmId, LabNetwork.TEST_DMZ.id());
        platform.startVm(vmId);

        assertThat(platform.vm(vmId)).get().satisfies(vm -> {
            assertThat(vm.running()).isTrue();
            assertThat(vm.nics().get(0).primary()).isTrue();
            assertThat(vm.isIn(LabNetwork.TEST.id())).isTrue();
            assertThat(vm.isIn(LabNetwork.TEST_DMZ.id())).isTrue();
        });

        platform.stopVm(vmId, true);
        assertThat(platform.vm(vmId)).get().matches(DestinationVm::stopped);
        WEB01.disks().forEach(disk -> platform.detachVolume(disk.volumeId()));
        revertAndDelete(snapshots);
        attachToAppliance();
        platform.deleteVm(vmId);

        assertThat(platform.vm(vmId)).isEmpty();
        assertThat(platform.vmNamed("web01-test-1759500000", "web01 (test) é")).isEmpty();
    }

    @Test
    void a_request_with_a_wrong_secret_is_refused() {
        assertThatThrownBy(() -> platform("LabSecret-wrong").check())
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("CloudStack API error 401 (CSExceptionErrorCode: ")
                .hasMessageEndingWith("unable to verify user credentials and/or request signature");
    }

    @Test
    void what_is_not_there_is_empty_and_not_a_failure() {
        String unknown = "00000000-0000-0000-0000-000000000000";

        assertThat(platform.vm(unknown)).isEmpty();
        assertThat(platform.volume(unknown)).isEmpty();
        assertThat(platform.volumesOf(unknown)).isEmpty();
        assertThat(platform.snapshotsOf(unknown)).isEmpty();
    }

    @Test
    void legacy01_finds_no_host() {
        assertThatThrownBy(() ->
                        platform.createVm(new NewVm("legacy01-test-1", "legacy01", 16, 1024, LabNetwork.TEST.id())))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("CloudStack async job failed: Unable to create a deployment for VM instance")
                .hasMessageEndingWith("(error code 533)");
        assertThat(platform.vmNamed("legacy01-test-1", "legacy01"))
                .get()
                .extracting(DestinationVm::state)
                .isEqualTo("Error");
    }

    @Test
    void a_volume_of_db01_is_in_use() {
        String vmId = platform.createVm(new NewVm("db01-test-1", "db01", 2, 1024, LabNetwork.TEST.id()));
        String volumeId = Fleet.named("db01").orElseThrow().disks().get(1).volumeId();
        platform.detachVolume(volumeId);

        assertThatThrownBy(() -> platform.attachVolume(volumeId, vmId, OptionalInt.empty()))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("CloudStack API error 431 (CSExceptionErrorCode: 4350): ")
                .hasMessageContaining("volume is attached");
    }

    private Map<LabDisk, String> snapshots() {
        Map<LabDisk, String> ids = new TreeMap<>((one, other) -> Integer.compare(one.index(), other.index()));
        for (LabDisk disk : WEB01.disks()) {
            String id = platform.createSnapshot(disk.volumeId(), "before test & more " + disk.index());
            assertThat(platform.snapshotsOf(disk.volumeId()))
                    .filteredOn(snapshot -> snapshot.id().equals(id))
                    .singleElement()
                    .matches(Snapshot::complete)
                    .returns("before test & more " + disk.index(), Snapshot::name);
            ids.put(disk, id);
        }
        return ids;
    }

    private String createTestVm() {
        String id = platform.createVm(new NewVm(
                "web01-test-1759500000", "web01 (test) é", WEB01.cpus(), WEB01.memoryMb(), LabNetwork.TEST.id()));
        assertThat(platform.vm(id)).get().matches(DestinationVm::stopped);
        assertThat(platform.vmNamed("web01-test-1759500000", "web01 (test) é"))
                .get()
                .returns(id, DestinationVm::id);
        assertThat(platform.volumesOf(id)).singleElement().matches(Volume::root).satisfies(root -> {
            platform.detachVolume(root.id());
            platform.deleteVolume(root.id());
            assertThat(platform.volume(root.id())).isEmpty();
        });
        return id;
    }

    private void attachDisks(String vmId) {
        for (LabDisk disk : WEB01.disks()) {
            platform.detachVolume(disk.volumeId());
            assertThat(platform.volume(disk.volumeId())).get().matches(Volume::detached);
            OptionalInt position = disk.index() == 0 ? OptionalInt.of(0) : OptionalInt.empty();
            Volume attached = platform.attachVolume(disk.volumeId(), vmId, position);
            assertThat(attached.isAttachedTo(vmId)).isTrue();
            assertThat(attached.root()).isEqualTo(disk.index() == 0);
        }
    }

    private void revertAndDelete(Map<LabDisk, String> snapshots) {
        snapshots.forEach((disk, id) -> {
            platform.revertSnapshot(id);
            platform.deleteSnapshot(id);
            assertThat(platform.snapshotsOf(disk.volumeId())).isEmpty();
        });
    }

    private void attachToAppliance() {
        for (LabDisk disk : WEB01.disks()) {
            Volume back =
                    platform.attachVolume(disk.volumeId(), platform.applianceVmId(), OptionalInt.of(disk.deviceId()));
            assertThat(back.isAttachedTo(Destination.APPLIANCE_VM_ID)).isTrue();
            assertThat(back.deviceId()).isEqualTo(disk.deviceId());
        }
        assertThat(platform.volumesOf(platform.applianceVmId()))
                .extracting(Volume::id)
                .containsAll(WEB01.disks().stream().map(LabDisk::volumeId).toList());
    }

    private CloudStackPlatform platform(String secretKey) {
        DestinationSettings settings = new DestinationSettings(
                "lab",
                lab.url() + "/client/api",
                LabKeys.API_KEY,
                secretKey,
                Destination.ZONE_NAME,
                Destination.TEMPLATE_ID,
                Destination.SERVICE_OFFERING_ID,
                Destination.APPLIANCE_VM_ID);
        return new CloudStackPlatform(new CloudStackClient(
                () -> settings,
                new Transport(new HttpExchange(Duration.ofSeconds(5)), Duration.ofSeconds(10)),
                new PollPolicy(Duration.ofMillis(10), Duration.ofSeconds(30)),
                new CallRetry(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(2)),
                Clock.systemUTC()));
    }
}
