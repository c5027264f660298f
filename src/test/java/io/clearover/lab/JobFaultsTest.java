package io.clearover.lab;

import static io.clearover.lab.RunningLab.newVm;
import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asynchronous jobs of the simulated CloudStack go wrong as they were told to. */
@Execution(ExecutionMode.CONCURRENT)
class JobFaultsTest {

    private static final Duration DELAY = Duration.ofMillis(400);

    private final String volume = volumeId("web01", 0);

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void a_job_that_fails_has_done_nothing() throws Exception {
        add("createSnapshot", FaultKind.FAIL_JOB);

        JsonObject ended = lab.client().finished("createSnapshot", "volumeid", volume);

        assertThat(ended.getInt("jobstatus")).isEqualTo(2);
        assertThat(ended.getJsonObject("jobresult").getInt("errorcode")).isEqualTo(530);
        assertThat(snapshots()).isZero();
        assertThat(lab.volume(volume).getString("state")).isEqualTo("Ready");
    }

    @ParameterizedTest
    @CsvSource({"stopVirtualMachine, Running", "destroyVirtualMachine, Running"})
    void a_failed_job_leaves_the_vm_as_it_was(String command, String state) throws Exception {
        String vm = lab.emptyVm("web01-test-1");
        lab.client().finished("detachVolume", "id", volume);
        lab.client().finished("attachVolume", "id", volume, "virtualmachineid", vm, "deviceid", "0");
        lab.client().finished("startVirtualMachine", "id", vm);
        add(command, FaultKind.FAIL_JOB);

        JsonObject ended = lab.client().finished(command, "id", vm);

        assertThat(ended.getInt("jobstatus")).isEqualTo(2);
        assertThat(lab.client()
                        .command("listVirtualMachines", "id", vm)
                        .content()
                        .getJsonArray("virtualmachine")
                        .getJsonObject(0)
                        .getString("state"))
                .isEqualTo(state);
    }

    @Test
    void a_lost_job_is_unknown_but_done() throws Exception {
        add("createSnapshot", FaultKind.LOSE_JOB);

        String job = createSnapshot().content().getString("jobid");

        assertThat(lab.client().command("queryAsyncJobResult", "jobid", job).status())
                .isEqualTo(431);
        await().until(() ->
                snapshots() == 1 && lab.volume(volume).getString("state").equals("Ready"));
    }

    @Test
    void a_stuck_job_runs_until_the_faults_are_cleared_and_has_done_nothing() throws Exception {
        add("detachVolume", FaultKind.STUCK_JOB);
        String job =
                lab.client().command("detachVolume", "id", volume).content().getString("jobid");

        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(2)).until(() -> status(job) == 0);
        lab.lab().faults().clear();

        assertThat(status(job)).isEqualTo(2);
        assertThat(lab.volume(volume).getInt("deviceId")).isEqualTo(1);
    }

    @Test
    void a_stuck_job_can_have_a_limit() throws Exception {
        lab.lab().faults().add(Fault.of("detachVolume", FaultKind.STUCK_JOB).delay(DELAY));

        assertThat(lab.client().finished("detachVolume", "id", volume).getInt("jobstatus"))
                .isEqualTo(2);
    }

    @Test
    void a_slow_job_does_its_work_after_the_delay() throws Exception {
        lab.lab().faults().add(Fault.of("detachVolume", FaultKind.SLOW_JOB).delay(DELAY));
        long begun = System.nanoTime();

        assertThat(lab.client().finished("detachVolume", "id", volume).getInt("jobstatus"))
                .isEqualTo(1);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(DELAY);
        assertThat(lab.volume(volume).containsKey("attachedTo")).isFalse();
    }

    @Test
    void what_is_begun_while_a_slow_job_works_on_the_same_thing_comes_after_it() throws Exception {
        lab.lab().faults().add(Fault.of("detachVolume", FaultKind.SLOW_JOB).delay(DELAY));
        String first =
                lab.client().command("detachVolume", "id", volume).content().getString("jobid");

        JsonObject second = lab.client().finished("detachVolume", "id", volume);

        assertThat(second.getInt("jobstatus")).isEqualTo(2);
        assertThat(status(first)).isEqualTo(1);
        assertThat(lab.lab().acts().repeated()).isEmpty();
    }

    @Test
    void only_the_polling_of_one_commands_jobs_can_go_wrong() throws Exception {
        add("queryAsyncJobResult:createSnapshot", FaultKind.UNAVAILABLE);
        String snapshot = createSnapshot().content().getString("jobid");
        String vm = lab.client()
                .command("deployVirtualMachine", newVm("web01-test-1"))
                .content()
                .getString("jobid");

        assertThat(lab.client().command("queryAsyncJobResult", "jobid", vm).status())
                .isEqualTo(200);
        assertThat(lab.client()
                        .command("queryAsyncJobResult", "jobid", snapshot)
                        .status())
                .isEqualTo(503);
        assertThat(lab.client().ended(snapshot).getInt("jobstatus")).isEqualTo(1);
    }

    private ArmedFault add(String call, FaultKind kind) {
        return lab.lab().faults().add(Fault.of(call, kind));
    }

    private LabClient.Answer createSnapshot() throws Exception {
        return lab.client()
                .cloudStackByPost(LabClient.signed("createSnapshot", "volumeid", volume, "name", "before-test"));
    }

    private int snapshots() throws Exception {
        return lab.client().get("/lab/state").body().getJsonArray("snapshots").size();
    }

    private int status(String job) throws Exception {
        return lab.client()
                .command("queryAsyncJobResult", "jobid", job)
                .content()
                .getInt("jobstatus");
    }
}
