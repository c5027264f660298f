package io.clearover.platform.vma;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.platform.LabSource;
import io.clearover.platform.LossyLab;
import io.clearover.platform.LossyLab.Fault;
import io.clearover.platform.NbdTarget;
import io.clearover.platform.PowerState;
import io.clearover.platform.SourceRef;
import io.clearover.platform.http.CallRetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter against the lab's source appliance over a line that loses requests and answers. */
@Execution(ExecutionMode.CONCURRENT)
class LostAnswersLabTest {

    private static final LabVm VM = Fleet.named("web01").orElseThrow();
    private static final SourceRef WEB01 = LabSource.ref(VM);

    @TempDir
    Path state;

    private LossyLab lab;
    private VmaAppliance appliance;

    @BeforeEach
    void start() throws IOException {
        lab = new LossyLab(state);
        appliance = LabSource.appliance(
                lab.url(), new CallRetry(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_vm_is_powered_off_once_and_on_once(Fault fault) {
        lab.failNext("power-off", fault);
        lab.failNext("power-on", fault);

        appliance.powerOff(WEB01);
        assertThat(appliance.powerState(WEB01)).isEqualTo(PowerState.POWERED_OFF);
        appliance.powerOn(WEB01);
        assertThat(appliance.powerState(WEB01)).isEqualTo(PowerState.POWERED_ON);

        assertThat(lab.reached("power-off")).isEqualTo(1);
        assertThat(lab.reached("power-on")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_replication_is_started_once(Fault fault) {
        List<NbdTarget> targets = VM.disks().stream()
                .map(disk ->
                        new NbdTarget("nbd://localhost:10809/migration-vol-" + disk.volumeId(), disk.id(), disk.key()))
                .toList();
        lab.failNext("replicate", fault);

        String id = appliance.startReplication(WEB01, "final-sync-1", targets);

        assertThat(id).isEqualTo("final-sync-1");
        assertThat(lab.reached("replicate")).isEqualTo(1);
        assertThat(appliance.progress(id).failed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_discovery_is_repeated(Fault fault) {
        lab.failNext("discover", fault);

        assertThat(appliance.discover(WEB01).id()).isEqualTo(VM.vmwareId());
    }
}
