package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.job.CancelRequestedException;
import io.clearover.job.JobId;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.platform.LabSource;
import io.clearover.platform.NbdTarget;
import io.clearover.platform.ReplicationProgress;
import io.clearover.platform.SourceRef;
import io.clearover.platform.vma.VmaAppliance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for the lab's replications. */
class ReplicationEndLabTest {

    private static final LabVm VM = Fleet.named("web01").orElseThrow();
    private static final SourceRef WEB01 = LabSource.ref(VM);
    private static final Runnable NOTHING = () -> {};

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
    void one_that_runs_is_waited_for() {
        replicate(Fault.of("replicate", FaultKind.SLOW_JOB).delay(Duration.ofMillis(800)));

        end(Duration.ofSeconds(30)).await("sync-1", NOTHING);

        assertThat(appliance.findReplication("sync-1")).get().matches(ReplicationProgress::succeeded);
    }

    @Test
    void one_that_failed_writes_no_more() {
        replicate(Fault.of("replicate", FaultKind.FAIL_JOB));

        end(Duration.ofSeconds(30)).await("sync-1", NOTHING);

        assertThat(appliance.findReplication("sync-1")).get().matches(ReplicationProgress::failed);
    }

    @Test
    void one_that_was_never_begun_is_not_waited_for() {
        assertThatCode(() -> end(Duration.ofMinutes(5)).await("sync-1", NOTHING))
                .doesNotThrowAnyException();
    }

    @Test
    void one_that_runs_on_is_told_of_at_the_limit() {
        replicate(Fault.of("replicate", FaultKind.SLOW_JOB).delay(Duration.ofMinutes(5)));

        assertThatThrownBy(() -> end(Duration.ofMillis(200)).await("sync-1", NOTHING))
                .isInstanceOf(StepFailure.class)
                .hasMessage("the replication of final sync sync-1 still writes to the disks after PT0.2S");
    }

    @Test
    void the_waiting_can_be_ended() {
        replicate(Fault.of("replicate", FaultKind.SLOW_JOB).delay(Duration.ofMinutes(5)));
        JobId job = JobId.random();

        assertThatThrownBy(() -> end(Duration.ofMinutes(5)).await("sync-1", () -> {
                    throw new CancelRequestedException(job);
                }))
                .isInstanceOf(CancelRequestedException.class);
    }

    private void replicate(Fault fault) {
        lab.faults().add(fault);
        List<NbdTarget> targets = VM.disks().stream()
                .map(disk ->
                        new NbdTarget("nbd://localhost:10809/migration-vol-" + disk.volumeId(), disk.id(), disk.key()))
                .toList();
        appliance.startReplication(WEB01, "sync-1", targets);
    }

    private ReplicationEnd end(Duration limit) {
        return new ReplicationEnd(appliance, Duration.ofMillis(20), limit);
    }
}
