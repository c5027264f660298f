package io.clearover.platform.cloudstack;

import static io.clearover.platform.cloudstack.ScriptedCloudStack.job;
import static io.clearover.platform.cloudstack.TestReplies.snapshot;
import static io.clearover.platform.cloudstack.TestReplies.vm;
import static io.clearover.platform.cloudstack.TestReplies.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.platform.NewVm;
import io.clearover.platform.PlatformException;
import io.clearover.platform.TestServer;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.Volume;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the adapter asks, and how often, when CloudStack does not answer or refuses. */
@Execution(ExecutionMode.CONCURRENT)
class LostAnswersTest {

    private static final String REFUSAL =
            "{\"xresponse\":{\"uuidList\":[],\"errorcode\":431,\"cserrorcode\":4350,\"errortext\":\"not now\"}}";
    private static final String UNKNOWN_JOB =
            "{\"queryasyncjobresultresponse\":{\"errorcode\":431,\"cserrorcode\":9999,\"errortext\":\"Invalid parameter"
                    + " jobid value=j-1 due to incorrect long value format, or entity does not exist\"}}";
    private static final String NO_SNAPSHOTS = "{\"listsnapshotsresponse\":{}}";
    private static final String STARTED = "{\"startvirtualmachineresponse\":{\"jobid\":\"j-1\"}}";
    private static final NewVm WEB01 = new NewVm("web01-test", "web01 (job)", 1, 1024, "net-1");

    private ScriptedCloudStack cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = new ScriptedCloudStack();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                read("listVirtualMachines", cloud -> cloud.vm("vm-1")),
                read("listVirtualMachines", cloud -> cloud.vmNamed("web01", "web01 (job)")),
                read("listVolumes", cloud -> cloud.volume("vol-1")),
                read("listVolumes", cloud -> cloud.volumesOf("vm-1")),
                read("listSnapshots", cloud -> cloud.snapshotsOf("vol-1")));
    }

    private static Arguments read(String command, Consumer<CloudStackPlatform> call) {
        return Arguments.of(command, call);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_reading_call_survives_two_broken_answers(String command, Consumer<CloudStackPlatform> call) {
        String empty = "{\"" + command.toLowerCase() + "response\":{}}";
        cloud.on(command, TestServer.drop(), TestReplies.badGateway(), TestReplies.good(empty));

        call.accept(cloud.patientPlatform());

        assertThat(cloud.asked(command)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_reading_call_is_given_up_at_the_limit_with_the_last_error(
            String command, Consumer<CloudStackPlatform> call) {
        cloud.on(command, TestServer.drop(), TestReplies.badGateway());
        Instant started = Instant.now();

        assertThatThrownBy(() -> call.accept(cloud.platform()))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("did not answer " + command + " with JSON (status 502");

        assertThat(Duration.between(started, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        assertThat(cloud.asked(command)).hasSizeBetween(2, 100);
    }

    @Test
    void a_check_is_asked_once_because_it_has_to_say_how_things_are_now() {
        cloud.on("listZones", TestServer.drop());

        assertThatThrownBy(() -> cloud.platform().check()).isInstanceOf(UnansweredException.class);

        assertThat(cloud.asked("listZones")).hasSize(1);
    }

    @Test
    void a_reading_call_that_is_refused_is_not_repeated() {
        cloud.on("listVolumes", TestReplies.error(REFUSAL));

        assertThatThrownBy(() -> cloud.platform().volume("vol-1")).isInstanceOf(CloudStackError.class);

        assertThat(cloud.asked("listVolumes")).hasSize(1);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("createSnapshot", cloud -> cloud.createSnapshot("vol-1", "n")),
                change("revertSnapshot", cloud -> cloud.revertSnapshot("s-1")),
                change("deleteSnapshot", cloud -> cloud.deleteSnapshot("s-1")),
                change("deployVirtualMachine", cloud -> cloud.createVm(WEB01)),
                change("addNicToVirtualMachine", cloud -> cloud.addNic("vm-1", "net-9")),
                change("startVirtualMachine", cloud -> cloud.startVm("vm-1")),
                change("stopVirtualMachine", cloud -> cloud.stopVm("vm-1", false)),
                change("destroyVirtualMachine", cloud -> cloud.deleteVm("vm-1")),
                change("detachVolume", cloud -> cloud.detachVolume("vol-1")),
                change("attachVolume", cloud -> cloud.attachVolume("vol-1", "vm-1", OptionalInt.empty())),
                change("deleteVolume", cloud -> cloud.deleteVolume("vol-1")));
    }

    private static Arguments change(String command, Consumer<CloudStackPlatform> call) {
        return Arguments.of(command, call);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_that_is_refused_is_not_repeated(String command, Consumer<CloudStackPlatform> call) {
        cloud.nothingDone();
        cloud.on(command, TestReplies.error(REFUSAL));

        assertThatThrownBy(() -> call.accept(cloud.platform()))
                .isInstanceOf(CloudStackError.class)
                .hasMessage("CloudStack API error 431 (CSExceptionErrorCode: 4350): not now");

        assertThat(cloud.asked(command)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_that_is_never_answered_is_given_up_at_the_limit(String command, Consumer<CloudStackPlatform> call) {
        cloud.nothingDone();
        cloud.on(command, TestServer.drop());
        Instant started = Instant.now();

        assertThatThrownBy(() -> call.accept(cloud.platform()))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("(" + command + "): unexpected EOF");

        assertThat(Duration.between(started, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        assertThat(cloud.asked(command)).hasSizeBetween(2, 100);
    }

    @Test
    void a_refusal_right_after_a_lost_answer_is_looked_at() {
        cloud.on("attachVolume", TestServer.drop(), TestReplies.error(REFUSAL))
                .on("listVolumes", volume("", "Ready"), volume("", "Ready"), volume("vm-1", "Ready"));

        Volume volume = cloud.patientPlatform().attachVolume("vol-1", "vm-1", OptionalInt.empty());

        assertThat(volume.isAttachedTo("vm-1")).isTrue();
        assertThat(cloud.asked("attachVolume")).hasSize(2);
    }

    @Test
    void a_volume_that_is_attached_where_it_shall_be_is_attached() {
        cloud.on("attachVolume", TestReplies.error(REFUSAL)).on("listVolumes", volume("vm-1", "Ready"));

        assertThat(cloud.patientPlatform()
                        .attachVolume("vol-1", "vm-1", OptionalInt.empty())
                        .isAttachedTo("vm-1"))
                .isTrue();
    }

    @Test
    void a_volume_that_is_attached_elsewhere_stays_there_and_the_refusal_is_told() {
        cloud.on("attachVolume", TestServer.drop(), TestReplies.error(REFUSAL))
                .on("listVolumes", volume("vm-2", "Ready"));

        assertThatThrownBy(() -> cloud.platform().attachVolume("vol-1", "vm-1", OptionalInt.empty()))
                .isInstanceOf(CloudStackError.class);
    }

    @Test
    void what_is_under_way_is_waited_for_and_not_repeated() {
        cloud.on("startVirtualMachine", TestServer.drop())
                .on("listVirtualMachines", vm("n", "Starting"), vm("n", "Starting"), vm("n", "Running"));

        cloud.patientPlatform().startVm("vm-1");

        assertThat(cloud.asked("startVirtualMachine")).hasSize(1);
    }

    @Test
    void what_is_under_way_for_ever_is_given_up() {
        cloud.on("startVirtualMachine", TestServer.drop()).on("listVirtualMachines", vm("n", "Starting"));

        assertThatThrownBy(() -> cloud.platform().startVm("vm-1"))
                .isInstanceOf(UnansweredException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .hasMessage("timeout waiting for work on CloudStack VM vm-1 to complete after 2.5s"));

        assertThat(cloud.asked("startVirtualMachine")).hasSize(1);
    }

    @Test
    void a_job_that_cloudstack_no_longer_knows_may_have_done_its_work() {
        cloud.on("startVirtualMachine", STARTED)
                .on("queryAsyncJobResult", TestReplies.error(UNKNOWN_JOB))
                .on("listVirtualMachines", vm("n", "Running"));

        cloud.patientPlatform().startVm("vm-1");

        assertThat(cloud.asked("startVirtualMachine")).hasSize(1);
    }

    @Test
    void a_job_that_cloudstack_no_longer_knows_is_started_again_when_its_work_is_not_done() {
        cloud.on("startVirtualMachine", STARTED)
                .on("queryAsyncJobResult", TestReplies.error(UNKNOWN_JOB), TestReplies.good(job(1, "{}")))
                .on("listVirtualMachines", vm("n", "Stopped"));

        cloud.patientPlatform().startVm("vm-1");

        assertThat(cloud.asked("startVirtualMachine")).hasSize(2);
    }

    @Test
    void a_vm_in_error_is_destroyed_and_made_again() {
        cloud.nothingDone();
        cloud.on("deployVirtualMachine", "{\"deployvirtualmachineresponse\":{\"jobid\":\"j-2\"}}")
                .on("destroyVirtualMachine", "{\"destroyvirtualmachineresponse\":{\"jobid\":\"j-1\"}}")
                .on("queryAsyncJobResult", job(1, "{}"), job(1, "{\"virtualmachine\":{\"id\":\"vm-2\"}}"))
                .on("listVirtualMachines", vm("web01-test", "Error"));

        assertThat(cloud.patientPlatform().createVm(WEB01)).isEqualTo("vm-2");

        assertThat(cloud.asked("destroyVirtualMachine").get(0)).containsEntry("id", "vm-1");
    }

    @Test
    void a_vm_in_error_that_is_not_ours_is_left_alone() {
        cloud.nothingDone();
        cloud.on("deployVirtualMachine", TestReplies.error(REFUSAL))
                .on("listVirtualMachines", vm("web01-test", "web01 (other job)", "Error"));

        assertThatThrownBy(() -> cloud.platform().createVm(WEB01)).isInstanceOf(CloudStackError.class);

        assertThat(cloud.asked("destroyVirtualMachine")).isEmpty();
    }

    @Test
    void a_vm_whose_creation_got_no_answer_is_not_taken_for_another_of_its_name() {
        cloud.nothingDone();
        cloud.on("deployVirtualMachine", TestServer.drop())
                .on(
                        "listVirtualMachines",
                        vm("other", "Stopped"),
                        vm("other", "Stopped"),
                        vm("web01-test", "web01 (other job)", "Stopped"));

        assertThatThrownBy(() -> cloud.patientPlatform().createVm(WEB01))
                .hasMessage(
                        "a VM named \"web01-test\" already exists at the destination and is not this failover's: vm-1");

        assertThat(cloud.asked("deployVirtualMachine")).hasSize(1);
    }

    @Test
    void a_snapshot_in_error_is_deleted_and_made_again() {
        cloud.on("createSnapshot", "{\"createsnapshotresponse\":{\"jobid\":\"j-2\"}}")
                .on("deleteSnapshot", "{\"deletesnapshotresponse\":{\"jobid\":\"j-1\"}}")
                .on("queryAsyncJobResult", job(1, "{}"), job(1, "{\"snapshot\":{\"id\":\"s-2\"}}"))
                .on("listSnapshots", snapshot("Error"), snapshot("Error"), snapshot("BackedUp"));

        assertThat(cloud.patientPlatform().createSnapshot("vol-1", "n")).isEqualTo("s-2");

        assertThat(cloud.asked("deleteSnapshot").get(0)).containsEntry("id", "s-1");
    }

    @Test
    void a_failed_job_is_definite() {
        cloud.on("startVirtualMachine", STARTED)
                .on("queryAsyncJobResult", job(2, "{\"errorcode\":533,\"errortext\":\"no host\"}"))
                .on("listVirtualMachines", vm("n", "Stopped"));

        assertThatThrownBy(() -> cloud.platform().startVm("vm-1"))
                .isInstanceOf(PlatformException.class)
                .isNotInstanceOf(UnansweredException.class)
                .hasMessage("CloudStack async job failed: no host (error code 533)");

        assertThat(cloud.asked("startVirtualMachine")).hasSize(1);
    }
}
