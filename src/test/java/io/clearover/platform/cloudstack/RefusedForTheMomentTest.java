package io.clearover.platform.cloudstack;

import static io.clearover.platform.cloudstack.ScriptedCloudStack.job;
import static io.clearover.platform.cloudstack.TestReplies.refusal;
import static io.clearover.platform.cloudstack.TestReplies.snapshot;
import static io.clearover.platform.cloudstack.TestReplies.vm;
import static io.clearover.platform.cloudstack.TestReplies.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.platform.NewVm;
import io.clearover.platform.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the adapter does when CloudStack refuses something only because of other work there. */
@Execution(ExecutionMode.CONCURRENT)
class RefusedForTheMomentTest {

    private ScriptedCloudStack cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = new ScriptedCloudStack();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "431 | Snapshot could not be taken: there is other active snapshot tasks on the instance to which the volume is attached",
                "530 | There is other active vm snapshot tasks on the instance to which the volume is attached, please try again later",
                "535 | Unable to create the snapshot due to concurrent operation",
                "535 | the volume is locked",
                "429 | The given user has reached his/her account api limit, please retry after 38412 ms.",
                "503 | Service unavailable"
            })
    void a_change_that_is_refused_for_the_moment_is_made_later(int code, String text) {
        String none = "{\"listsnapshotsresponse\":{}}";
        cloud.onJob("createSnapshot", "{\"snapshot\":{\"id\":\"s-1\"}}")
                .on(
                        "createSnapshot",
                        TestServer.json(code, refusal(code, text)),
                        TestReplies.good("{\"createsnapshotresponse\":{\"jobid\":\"j-1\"}}"));
        cloud.on("listSnapshots", none, none, none, none, snapshot("BackedUp"));

        assertThat(cloud.patientPlatform().createSnapshot("vol-1", "n")).isEqualTo("s-1");

        assertThat(cloud.asked("createSnapshot")).hasSize(2);
    }

    @Test
    void a_change_whose_job_fails_because_of_other_work_is_made_later() {
        cloud.on("startVirtualMachine", "{\"startvirtualmachineresponse\":{\"jobid\":\"j-1\"}}")
                .on(
                        "queryAsyncJobResult",
                        job(
                                2,
                                "{\"errorcode\":530,\"errortext\":\"Unable to start a VM due to concurrent operation\"}"),
                        job(1, "{}"))
                .on("listVirtualMachines", vm("n", "Stopped"));

        cloud.patientPlatform().startVm("vm-1");

        assertThat(cloud.asked("startVirtualMachine")).hasSize(2);
    }

    @Test
    void a_change_that_is_refused_for_the_moment_for_ever_is_given_up_with_the_refusal() {
        cloud.nothingDone();
        cloud.on("detachVolume", TestServer.json(535, refusal(535, "concurrent operation")));

        assertThatThrownBy(() -> cloud.platform().detachVolume("vol-1"))
                .isInstanceOf(CloudStackError.class)
                .hasMessage("CloudStack API error 535 (CSExceptionErrorCode: 0): concurrent operation");

        assertThat(cloud.asked("detachVolume")).hasSizeBetween(2, 100);
    }

    @Test
    void an_exceeded_limit_is_not_tried_again_though_it_has_the_code_of_a_concurrent_operation() {
        cloud.nothingDone();
        cloud.on(
                "deployVirtualMachine",
                TestServer.json(
                        535,
                        refusal(
                                535,
                                "Maximum number of resources of type 'user_vm' for account name=a has been exceeded.")));

        assertThatThrownBy(() -> cloud.platform().createVm(new NewVm("web01-test", "web01 (job)", 1, 1024, "net-1")))
                .isInstanceOf(CloudStackError.class);

        assertThat(cloud.asked("deployVirtualMachine")).hasSize(1);
    }

    @Test
    void a_reading_call_that_is_refused_for_the_moment_is_made_again() {
        cloud.on(
                "listVolumes",
                TestServer.json(429, refusal(429, "account api limit")),
                TestReplies.good(volume("vm-1", "Ready")));

        assertThat(cloud.patientPlatform().volume("vol-1")).isPresent();
    }
}
