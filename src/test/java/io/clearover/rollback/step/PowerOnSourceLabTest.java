package io.clearover.rollback.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.job.ContextId;
import io.clearover.job.ExternalJobId;
import io.clearover.job.FailoverType;
import io.clearover.job.JobId;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.watch.Act;
import io.clearover.platform.LabSource;
import io.clearover.platform.vma.VmaAppliance;
import io.clearover.rollback.Rollback;
import io.clearover.vm.Vm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The step against the lab's source appliance. */
@Execution(ExecutionMode.CONCURRENT)
class PowerOnSourceLabTest {

    private static final LabVm LAB_VM = Fleet.named("web01").orElseThrow();
    private static final Vm WEB01 = Vm.of(
            new ContextId("ctx-web01"),
            LAB_VM.name(),
            LAB_VM.vmwareId(),
            LAB_VM.path(),
            LAB_VM.vcenter(),
            LAB_VM.datacenter(),
            "windows",
            2,
            4096,
            1);

    @TempDir
    Path state;

    private Lab lab;
    private VmaAppliance appliance;

    @BeforeEach
    void start() throws IOException {
        lab = new Lab(state, 0, 0.05).start();
        appliance = LabSource.appliance(lab.url());
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void a_vm_that_is_off_is_switched_on() {
        appliance.powerOff(WEB01.source());

        step(Duration.ofMinutes(5)).run(undo(false));

        assertThat(power()).isEqualTo("poweredOn");
    }

    @Test
    void a_guest_that_is_still_shutting_down_ends_that_first_and_is_switched_on_then() {
        lab.faults().add(Fault.of("power-off", FaultKind.HANG_GUEST).delay(Duration.ofSeconds(4)));
        assertThatThrownBy(() -> appliance.shutDown(WEB01.source(), Duration.ofSeconds(1)))
                .hasMessageContaining("still poweredOn");

        step(Duration.ofMinutes(5)).run(undo(true));

        assertThat(lab.acts().of("web01").all()).extracting(Act::command).containsExactly("power-off", "power-on");
        assertThat(power()).isEqualTo("poweredOn");
    }

    @Test
    void one_that_stays_on_was_not_shutting_down() {
        step(Duration.ofMillis(200)).run(undo(true));

        assertThat(power()).isEqualTo("poweredOn");
        assertThat(lab.acts().of("web01").all()).isEmpty();
    }

    @Test
    void one_that_was_not_asked_to_shut_down_is_looked_at_once() {
        ArmedFault looks =
                lab.faults().add(Fault.of("power-state", FaultKind.REFUSE).after(9));

        step(Duration.ofMinutes(5)).run(undo(false));

        assertThat(looks.seen()).isEqualTo(1);
    }

    private PowerOnSource step(Duration graceful) {
        return new PowerOnSource(appliance, Duration.ofMillis(20), Duration.ofSeconds(10), graceful);
    }

    private static Rollback undo(boolean mayShutDown) {
        return new Rollback(
                JobId.random(),
                new ExternalJobId("live-failover-web01-1"),
                WEB01,
                FailoverType.LIVE,
                true,
                mayShutDown);
    }

    private String power() {
        return lab.look().of("web01").sourcePower();
    }
}
