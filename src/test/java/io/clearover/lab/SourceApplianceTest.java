package io.clearover.lab;

import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Fleet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The simulated source appliance. */
@Execution(ExecutionMode.CONCURRENT)
class SourceApplianceTest {

    private static final String WEB01 = Fleet.named("web01").orElseThrow().vmwareId();

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void it_is_healthy() throws Exception {
        assertThat(lab.client().get("/api/v1/health").body().getString("status"))
                .isEqualTo("healthy");
    }

    @Test
    void discovery_shows_a_vm_with_its_disks_and_networks() throws Exception {
        JsonObject found = lab.client()
                .post("/api/v1/discover", login(Fleet.VCENTER).add("filter", "web01"))
                .body();

        assertThat(found.getJsonArray("vms")).hasSize(1);
        JsonObject vm = found.getJsonArray("vms").getJsonObject(0);
        assertThat(vm.getString("id")).isEqualTo(WEB01);
        assertThat(vm.getJsonArray("disks").getJsonObject(0).getString("id")).isEqualTo("disk-2000");
        assertThat(vm.getJsonArray("networks").getJsonObject(1).getString("network_name"))
                .isEqualTo("DMZ VLAN 30");
    }

    @Test
    void wrong_credentials_are_refused() throws Exception {
        LabClient.Answer answer =
                lab.client().post("/api/v1/discover", login(Fleet.VCENTER).add("password", "guess"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().getString("text")).contains("incorrect user name or password");
    }

    @Test
    void a_replication_goes_through_its_stages_and_brings_new_data() throws Exception {
        lab.restart(0.5);
        String before = lab.volume(volumeId("web01", 0)).getString("content");
        replicate("job-1", volumeId("web01", 0), volumeId("web01", 1));

        JsonObject early = progress("job-1");
        JsonObject late = Awaitility.await().until(() -> progress("job-1"), SourceApplianceTest::succeeded);

        assertThat(early.getString("status")).isNotEqualTo("Succeeded");
        assertThat(late.getJsonObject("aggregate").getJsonNumber("bytes_transferred"))
                .isEqualTo(late.getJsonObject("aggregate").getJsonNumber("total_bytes"));
        assertThat(late.getJsonArray("disks")).hasSize(2);
        assertThat(late.getJsonObject("cbt").getString("change_id")).endsWith("/101");
        assertThat(lab.volume(volumeId("web01", 0)).getString("content"))
                .isNotEqualTo(before)
                .endsWith("/101");
    }

    @Test
    void a_volume_that_is_not_at_the_appliance_can_not_be_replicated_to() throws Exception {
        lab.client().finished("detachVolume", "id", volumeId("web01", 0));

        assertThat(replicate("job-1", volumeId("web01", 0)).status()).isEqualTo(500);
    }

    @Test
    void the_progress_of_an_unknown_job_is_not_found() throws Exception {
        assertThat(lab.client().get("/api/v1/progress/nothing").status()).isEqualTo(404);
    }

    @Test
    void a_vm_can_be_powered_off_and_on() throws Exception {
        JsonObject off = lab.client()
                .post("/api/v1/vm/%s/power-off".formatted(WEB01), login(Fleet.VCENTER))
                .body();
        assertThat(powerState(Fleet.VCENTER)).isEqualTo("poweredOff");
        lab.client().post("/api/v1/vm/%s/power-on".formatted(WEB01), login(Fleet.VCENTER));

        assertThat(off.getString("shutdown_method")).isEqualTo("graceful");
        assertThat(powerState(Fleet.VCENTER)).isEqualTo("poweredOn");
    }

    @Test
    void a_guest_that_hangs_is_only_powered_off_by_force() throws Exception {
        lab.lab().faults().add(Fault.of("power-off", FaultKind.HANG_GUEST).always());

        JsonObject graceful = powerOff(login(Fleet.VCENTER).add("timeout", 1));
        String between = powerState(Fleet.VCENTER);
        JsonObject forced = powerOff(login(Fleet.VCENTER).add("force", true));

        assertThat(graceful.getBoolean("success")).isFalse();
        assertThat(graceful.getString("message"))
                .isEqualTo("VM graceful shutdown timeout: VM still poweredOn after 0m1s");
        assertThat(between).isEqualTo("poweredOn");
        assertThat(forced.getBoolean("success")).isTrue();
        assertThat(forced.getString("shutdown_method")).isEqualTo("forced");
        assertThat(powerState(Fleet.VCENTER)).isEqualTo("poweredOff");
    }

    @Test
    void a_vm_that_is_off_already_succeeds_and_says_so() throws Exception {
        powerOff(login(Fleet.VCENTER));
        lab.lab().faults().add(Fault.of("power-off", FaultKind.HANG_GUEST));

        JsonObject again = powerOff(login(Fleet.VCENTER));

        assertThat(again.getBoolean("success")).isTrue();
        assertThat(again.getString("previous_state")).isEqualTo("poweredOff");
        assertThat(again.getString("shutdown_method")).isEqualTo("already_off");
    }

    @Test
    void the_state_shows_the_power_of_the_source_vms() throws Exception {
        powerOff(login(Fleet.VCENTER));

        JsonObject state = lab.client().get("/lab/state").body();

        assertThat(state.getJsonObject("source_power").getString("web01")).isEqualTo("poweredOff");
    }

    @Test
    void a_vm_that_is_off_can_be_replicated() throws Exception {
        powerOff(login(Fleet.VCENTER));

        LabClient.Answer answer = replicate("job-1", volumeId("web01", 0), volumeId("web01", 1));
        JsonObject ended = Awaitility.await().until(() -> progress("job-1"), SourceApplianceTest::succeeded);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ended.getJsonObject("cbt").getString("change_id")).endsWith("/101");
    }

    @Test
    void an_unknown_vm_is_not_found() throws Exception {
        LabClient.Answer answer = lab.client().post("/api/v1/vm/4205/power-off", login(Fleet.VCENTER));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().getString("text")).startsWith("VM not found with UUID 4205");
    }

    @Test
    void a_site_that_is_down_drops_the_connection() {
        assertThatThrownBy(() -> lab.client().post("/api/v1/discover", login(Fleet.FAR_VCENTER)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> powerState(Fleet.FAR_VCENTER)).isInstanceOf(IOException.class);
    }

    private JsonObject powerOff(JsonObjectBuilder request) throws Exception {
        return lab.client()
                .post("/api/v1/vm/%s/power-off".formatted(WEB01), request)
                .body();
    }

    private LabClient.Answer replicate(String jobId, String... volumeIds) throws Exception {
        var targets = Json.createArrayBuilder();
        for (String id : volumeIds) {
            targets.add(Json.createObjectBuilder().add("device_path", "nbd://localhost:10809/migration-vol-" + id));
        }
        return lab.client()
                .post(
                        "/api/v1/replicate",
                        login(Fleet.VCENTER)
                                .add("job_id", jobId)
                                .add("vm_paths", Json.createArrayBuilder().add("/DC1/vm/web01"))
                                .add("nbd_targets", targets));
    }

    private JsonObject progress(String jobId) throws Exception {
        return lab.client().get("/api/v1/progress/" + jobId).body();
    }

    private static boolean succeeded(JsonObject progress) {
        return progress.getString("status").equals("Succeeded");
    }

    private String powerState(String vcenter) throws Exception {
        String query = "vcenter=%s&username=%s&password=%s"
                .formatted(vcenter, encoded(LabKeys.SOURCE_USERNAME), encoded(LabKeys.SOURCE_PASSWORD));
        return lab.client()
                .get("/api/v1/vm/%s/power-state?%s".formatted(WEB01, query))
                .body()
                .getString("power_state");
    }

    private static JsonObjectBuilder login(String vcenter) {
        return Json.createObjectBuilder()
                .add("vcenter", vcenter)
                .add("username", LabKeys.SOURCE_USERNAME)
                .add("password", LabKeys.SOURCE_PASSWORD);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
