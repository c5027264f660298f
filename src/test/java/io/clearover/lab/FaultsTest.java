package io.clearover.lab;

import static io.clearover.lab.RunningLab.newVm;
import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.fault.Faults;
import io.clearover.lab.site.Destination;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls go wrong as they were told to. Sent as forms, as the JDK's client repeats a GET whose connection breaks. */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {

    private static final Duration DELAY = Duration.ofMillis(400);

    private final String volume = volumeId("web01", 0);

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void a_refused_command_does_nothing_and_answers_as_the_platform_does() throws Exception {
        add("createSnapshot", FaultKind.REFUSE);

        LabClient.Answer answer = createSnapshot();

        assertThat(answer.status()).isEqualTo(530);
        assertThat(answer.body()).containsOnlyKeys("createsnapshotresponse");
        assertThat(answer.content().getInt("errorcode")).isEqualTo(530);
        assertThat(snapshots()).isZero();
    }

    @Test
    void good_credentials_can_be_refused() throws Exception {
        add("createSnapshot", FaultKind.REFUSE_401);

        assertThat(createSnapshot().status()).isEqualTo(401);
        assertThat(snapshots()).isZero();
    }

    @Test
    void a_connection_dropped_before_has_done_nothing() throws Exception {
        add("createSnapshot", FaultKind.DROP_BEFORE);

        assertThatThrownBy(this::createSnapshot).isInstanceOf(IOException.class);
        assertThat(snapshots()).isZero();
    }

    @Test
    void a_lost_answer_is_that_of_something_done() throws Exception {
        add("createSnapshot", FaultKind.DROP_AFTER);

        assertThatThrownBy(this::createSnapshot).isInstanceOf(IOException.class);

        JsonObject found = lab.client()
                .command("listSnapshots", "name", "before-test")
                .content()
                .getJsonArray("snapshot")
                .getJsonObject(0);
        assertThat(found.getString("volumeid")).isEqualTo(volume);
    }

    @Test
    void one_fault_can_be_ended_while_others_last() throws Exception {
        ArmedFault ended = lab.lab().faults().add(Fault.of("listVolumes", FaultKind.HANG));
        add("createSnapshot", FaultKind.REFUSE);

        lab.lab().faults().end(ended);

        assertThat(ended.isOver()).isTrue();
        assertThat(lab.client().command("listVolumes", "id", volume).status()).isEqualTo(200);
        assertThat(createSnapshot().status()).isEqualTo(530);
    }

    @ParameterizedTest
    @CsvSource({"RUBBISH, 200", "UNAVAILABLE, 503"})
    void something_in_between_can_answer_with_a_page(FaultKind kind, int status) throws Exception {
        add("createSnapshot", kind);

        LabClient.Answer answer = createSnapshot();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().getString("text")).contains("<html>");
        assertThat(snapshots()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"DELAY", "SLOW_ANSWER"})
    void a_late_answer_is_the_right_one(FaultKind kind) throws Exception {
        lab.lab().faults().add(Fault.of("createSnapshot", kind).delay(DELAY));
        long begin = System.nanoTime();

        LabClient.Answer answer = createSnapshot();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(DELAY.dividedBy(2));
        assertThat(answer.content()).containsKey("jobid");
        assertThat(snapshots()).isEqualTo(1);
    }

    @Test
    void a_call_that_hangs_hinders_no_other_and_ends_with_its_fault() throws Exception {
        ArmedFault hang = add("createSnapshot", FaultKind.HANG);
        CompletableFuture<String> hanging = CompletableFuture.supplyAsync(() -> {
            try {
                return createSnapshot().toString();
            } catch (Exception e) {
                return e.getClass().getSimpleName();
            }
        });
        await().until(() -> hang.fired() == 1);

        assertThat(lab.client().command("listZones").status()).isEqualTo(200);
        assertThat(snapshots()).isZero();
        assertThat(hanging).isNotDone();
        lab.lab().faults().clear();

        assertThat(hanging).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("IOException");
        assertThat(snapshots()).isZero();
    }

    @Test
    void a_fault_lets_calls_pass_first_and_ends_after_its_times() throws Exception {
        ArmedFault fault = lab.lab()
                .faults()
                .add(Fault.of("listZones", FaultKind.REFUSE).after(1).times(2));

        assertThat(new int[] {zones(), zones(), zones(), zones()}).containsExactly(200, 530, 530, 200);
        assertThat(fault.seen()).isEqualTo(4);
        assertThat(fault.fired()).isEqualTo(2);
    }

    @Test
    void a_fault_of_one_vm_meets_its_calls_alone() throws Exception {
        String vm = lab.emptyVm("web01-test-1");
        String snapshot = createSnapshot().content().getString("id");
        lab.client().finished("destroyVirtualMachine", "id", lab.emptyVm("web01-test-2"), "expunge", "true");
        lab.lab()
                .faults()
                .add(Fault.of("destination", FaultKind.REFUSE).forVm("web01").always());

        assertThat(statusOf("listVirtualMachines", "id", vm)).isEqualTo(530);
        assertThat(statusOf("listVirtualMachines", "name", "web01-test-1")).isEqualTo(530);
        assertThat(statusOf("listVolumes", "name", "migration-web01-web01-disk-0"))
                .isEqualTo(530);
        assertThat(statusOf("listVolumes", "virtualmachineid", vm)).isEqualTo(530);
        assertThat(statusOf("deleteSnapshot", "id", snapshot)).isEqualTo(530);
        assertThat(statusOf("attachVolume", "id", volume, "virtualmachineid", Destination.APPLIANCE_VM_ID))
                .isEqualTo(530);
        assertThat(statusOf("deployVirtualMachine", newVm("web01-test-3"))).isEqualTo(530);
        assertThat(statusOf("listVolumes", "virtualmachineid", Destination.APPLIANCE_VM_ID))
                .isEqualTo(200);
        assertThat(statusOf("listVolumes", "id", volumeId("erp01", 0))).isEqualTo(200);
        assertThat(statusOf("deployVirtualMachine", newVm("erp01-test-1"))).isEqualTo(200);
        assertThat(zones()).isEqualTo(200);
    }

    @Test
    void what_was_deleted_is_still_the_vms() throws Exception {
        String vm = lab.emptyVm("web01-test-1");
        lab.client().finished("destroyVirtualMachine", "id", vm, "expunge", "true");
        lab.lab().faults().add(Fault.of("listVirtualMachines", FaultKind.REFUSE).forVm("web01"));

        assertThat(statusOf("listVirtualMachines", "id", vm)).isEqualTo(530);
    }

    @ParameterizedTest
    @CsvSource({
        "health, GET, /api/v1/health",
        "discover, POST, /api/v1/discover",
        "replicate, POST, /api/v1/replicate",
        "progress, GET, /api/v1/progress/job-1",
        "power-state, GET, /api/v1/vm/4205a841-0265-f4bd-39a6-39fd92196f53/power-state",
        "power-off, POST, /api/v1/vm/4205a841-0265-f4bd-39a6-39fd92196f53/power-off",
        "power-on, POST, /api/v1/vm/4205a841-0265-f4bd-39a6-39fd92196f53/power-on",
    })
    void each_call_of_the_source_appliance_can_be_refused(String call, String method, String path) throws Exception {
        ArmedFault fault = add(call, FaultKind.REFUSE);

        LabClient.Answer answer =
                method.equals("GET") ? lab.client().get(path) : lab.client().post(path, Json.createObjectBuilder());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().getString("text")).contains("connection refused");
        assertThat(fault.fired()).isEqualTo(1);
    }

    @Test
    void a_call_of_the_source_appliance_is_about_the_vm_it_names() throws Exception {
        lab.lab()
                .faults()
                .add(Fault.of("source", FaultKind.UNAVAILABLE).forVm("web01").always());

        assertThat(discover("web01")).isEqualTo(503);
        assertThat(discover("erp01")).isNotEqualTo(503);
        assertThat(lab.client()
                        .post("/api/v1/replicate", "{\"vm_paths\": [\"/DC1/vm/web01\"]}")
                        .status())
                .isEqualTo(503);
        assertThat(lab.client()
                        .post("/api/v1/replicate", "{\"vm_paths\": [\"/DC1/vm/erp01\"]}")
                        .status())
                .isNotEqualTo(503);
    }

    @Test
    void faults_can_be_told_shown_and_cleared_over_http() throws Exception {
        lab.client()
                .post(
                        "/lab/faults",
                        Json.createObjectBuilder().add("call", "listZones").add("fault", "refuse"));
        zones();

        JsonObject shown = lab.client().get("/lab/faults").body();
        JsonObject cleared = lab.client().delete("/lab/faults").body();

        assertThat(shown.getInt("fired")).isEqualTo(1);
        assertThat(shown.getJsonArray("faults").getJsonObject(0).getString("fault"))
                .isEqualTo("refuse");
        assertThat(shown.getJsonArray("faults").getJsonObject(0).getInt("times"))
                .isEqualTo(1);
        assertThat(cleared.getJsonArray("faults")).isEmpty();
    }

    @Test
    void a_reset_clears_the_faults() throws Exception {
        lab.lab().faults().add(Fault.of("listZones", FaultKind.REFUSE).always());

        lab.client().post("/lab/reset", "");

        assertThat(zones()).isEqualTo(200);
    }

    @Test
    void a_fault_that_could_never_happen_is_not_taken() throws Exception {
        Faults faults = lab.lab().faults();

        assertThatThrownBy(() -> faults.add(Fault.of("listZones", FaultKind.FAIL_JOB)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.add(Fault.of("listUnicorns", FaultKind.REFUSE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.add(Fault.of("driver", FaultKind.DROP_AFTER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> faults.add(Fault.of("listZones", FaultKind.REFUSE).forVm("nobody")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(lab.client()
                        .post("/lab/faults", "{\"call\": \"listZones\", \"fault\": \"explode\"}")
                        .status())
                .isEqualTo(400);
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

    private int statusOf(String command, String... parameters) throws Exception {
        return lab.client().command(command, parameters).status();
    }

    private int zones() throws Exception {
        return statusOf("listZones");
    }

    private int discover(String vm) throws Exception {
        return lab.client()
                .post("/api/v1/discover", Json.createObjectBuilder().add("filter", vm))
                .status();
    }
}
