package io.clearover.platform.vma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearover.lab.Lab;
import io.clearover.lab.LabKeys;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.platform.CallPermit;
import io.clearover.platform.LabSource;
import io.clearover.platform.NbdTarget;
import io.clearover.platform.PlatformException;
import io.clearover.platform.PowerState;
import io.clearover.platform.ReplicationProgress;
import io.clearover.platform.SourceDisk;
import io.clearover.platform.SourceRef;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.CallRetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The adapter against the lab, over the wire. */
@Execution(ExecutionMode.CONCURRENT)
class VmaApplianceLabTest {

    private static final LabVm WEB01 = Fleet.named("web01").orElseThrow();

    @TempDir
    Path state;

    private Lab lab;
    private VmaAppliance appliance;

    @BeforeEach
    void start() throws IOException {
        lab = new Lab(state, 0, 0.05).start();
        appliance = appliance(LabKeys.SOURCE_PASSWORD);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void the_appliance_is_healthy() {
        appliance.check();
    }

    @Test
    void a_look_finds_the_same_and_does_not_wait_for_what_is_away() {
        assertThat(appliance.look(LabSource.ref(WEB01))).isEqualTo(appliance.discover(LabSource.ref(WEB01)));

        lab.faults().add(Fault.of("discover", FaultKind.DROP_BEFORE));
        assertThatThrownBy(() -> appliance.look(LabSource.ref(WEB01))).isInstanceOf(UnansweredException.class);
    }

    @Test
    void web01_is_discovered_with_its_disks_and_networks() {
        assertThat(appliance.discover(LabSource.ref(WEB01))).satisfies(vm -> {
            assertThat(vm.id()).isEqualTo(WEB01.vmwareId());
            assertThat(vm.path()).isEqualTo(WEB01.path());
            assertThat(vm.disks()).extracting(SourceDisk::id).containsExactly("disk-2000", "disk-2001");
            assertThat(vm.disks()).extracting(SourceDisk::capacityBytes).doesNotContain(0L);
            assertThat(vm.networks()).containsExactly("VM Network", "DMZ VLAN 30");
        });
    }

    @Test
    void web01_is_replicated() {
        List<NbdTarget> targets = WEB01.disks().stream()
                .map(disk ->
                        new NbdTarget("nbd://localhost:10809/migration-vol-" + disk.volumeId(), disk.id(), disk.key()))
                .toList();

        String jobId = appliance.startReplication(LabSource.ref(WEB01), "final-sync-1", targets);
        ReplicationProgress end = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> appliance.progress(jobId), ReplicationProgress::ended);

        assertThat(end.succeeded()).isTrue();
        assertThat(end.percent()).isEqualTo(100);
        assertThat(end.bytesTransferred()).isEqualTo(end.totalBytes()).isPositive();
        assertThat(end.changeId()).isNotBlank();
    }

    @Test
    void an_unknown_replication_is_a_failure() {
        assertThatThrownBy(() -> appliance.progress("no-such-job"))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("SNA progress API returned status 404: ");
    }

    @Test
    void web01_is_powered_off_and_on() {
        assertThat(appliance.powerState(LabSource.ref(WEB01))).isEqualTo(PowerState.POWERED_ON);

        appliance.shutDown(LabSource.ref(WEB01), Duration.ofMinutes(5));
        assertThat(appliance.powerState(LabSource.ref(WEB01))).isEqualTo(PowerState.POWERED_OFF);

        appliance.powerOn(LabSource.ref(WEB01));
        assertThat(appliance.powerState(LabSource.ref(WEB01))).isEqualTo(PowerState.POWERED_ON);
    }

    @Test
    void a_guest_that_takes_longer_than_it_may_is_still_on_then_and_goes_off_later() {
        lab.faults().add(Fault.of("power-off", FaultKind.HANG_GUEST).delay(Duration.ofSeconds(4)));

        assertThatThrownBy(() -> appliance.shutDown(LabSource.ref(WEB01), Duration.ofSeconds(1)))
                .hasMessage("SNA power-off failed: VM graceful shutdown timeout: VM still poweredOn after 0m1s");
        assertThat(appliance.powerState(LabSource.ref(WEB01))).isEqualTo(PowerState.POWERED_ON);
        await().until(() -> appliance.powerState(LabSource.ref(WEB01)) == PowerState.POWERED_OFF);
    }

    @Test
    void a_wrong_password_is_told() {
        assertThatThrownBy(() -> appliance("wrong-password").discover(LabSource.ref(WEB01)))
                .isInstanceOf(PlatformException.class)
                .hasMessage("SNA discovery API returned status 500: Failed to discover VMs: ServerFaultCode: Cannot"
                        + " complete login due to an incorrect user name or password.");
    }

    @Test
    void far01_cannot_be_reached_and_the_message_says_where_but_no_secret() {
        SourceRef far01 = LabSource.ref(Fleet.named("far01").orElseThrow());

        assertThatThrownBy(() -> appliance.powerState(far01))
                .isInstanceOf(PlatformException.class)
                .hasMessageMatching(
                        "SNA power-state request failed: Get \"http://localhost:\\d+/api/v1/vm/[0-9a-f-]+/power-state\": unexpected EOF.*");
        assertThatThrownBy(() -> appliance.discover(far01))
                .hasMessageMatching(
                        "SNA discovery request failed: Post \"http://localhost:\\d+/api/v1/discover\": unexpected EOF.*");
    }

    private VmaAppliance appliance(String password) {
        return new VmaAppliance(
                lab.url() + "/api/v1",
                Optional.of(LabKeys.SOURCE_USERNAME),
                Optional.of(password),
                "http://localhost:8082",
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                new CallRetry(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(500)),
                CallPermit.ALWAYS);
    }
}
