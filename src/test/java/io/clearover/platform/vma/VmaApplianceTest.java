package io.clearover.platform.vma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clearover.platform.CallPermit;
import io.clearover.platform.NbdTarget;
import io.clearover.platform.PlatformException;
import io.clearover.platform.PowerState;
import io.clearover.platform.ReplicationProgress;
import io.clearover.platform.SourceDisk;
import io.clearover.platform.SourceRef;
import io.clearover.platform.SourceVm;
import io.clearover.platform.TestServer;
import io.clearover.platform.TestServer.Reply;
import io.clearover.platform.http.CallRetry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmaApplianceTest {

    private static final String PASSWORD = "Secr3t! &\"ü";
    private static final SourceRef WEB01 =
            new SourceRef("4205a841-0265-f4bd-39a6-39fd92196f53", "web01", "/DC1/vm/web01", "vc1.example.com", "DC1");

    private final AtomicReference<Reply> reply = new AtomicReference<>();

    /** To what asks for a progress; null for the same as to all else. */
    private final AtomicReference<Reply> progress = new AtomicReference<>();

    private TestServer server;
    private VmaAppliance appliance;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(request ->
                request.path().contains("/progress/") && progress.get() != null ? progress.get() : reply.get());
        appliance = appliance(server.url() + "/api/v1/", Optional.of("administrator@vsphere.local"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_appliance_is_asked_for_its_health() {
        answer(200, "{\"status\":\"healthy\",\"uptime\":\"1h\"}");

        appliance.check();

        assertThat(server.requests().get(0).path()).isEqualTo("/api/v1/health");
    }

    @Test
    void a_vm_is_discovered_by_its_uuid_among_those_that_the_filter_lets_through() {
        answer(
                200,
                """
                {"vcenter":{"host":"vc1.example.com"},"vms":[
                  {"id":"other","name":"web01-old","path":"/DC1/vm/web01-old"},
                  {"id":"4205a841-0265-f4bd-39a6-39fd92196f53","name":"web01","path":"/DC1/vm/web01","power_state":"poweredOn",
                   "disks":[{"id":"disk-2000","vmdk_path":"[ds1] web01/web01.vmdk","capacity_bytes":42949672960},{"id":"disk-2001"}],
                   "networks":[{"network_name":"VM Network"},{"network_name":"VLAN 20"},{"network_name":"VM Network"},{"label":"x"}]}]}
                """);

        SourceVm vm = appliance.discover(WEB01);

        assertThat(vm)
                .isEqualTo(new SourceVm(
                        WEB01.vmwareVmId(),
                        "web01",
                        "/DC1/vm/web01",
                        "poweredOn",
                        List.of(
                                new SourceDisk("disk-2000", "[ds1] web01/web01.vmdk", 42_949_672_960L),
                                new SourceDisk("disk-2001", "", 0)),
                        List.of("VM Network", "VLAN 20")));
        assertThat(sent().getString("vcenter")).isEqualTo("vc1.example.com");
        assertThat(sent().getString("username")).isEqualTo("administrator@vsphere.local");
        assertThat(sent().getString("password")).isEqualTo(PASSWORD);
        assertThat(sent().getString("datacenter")).isEqualTo("DC1");
        assertThat(sent().getString("filter")).isEqualTo("web01");
    }

    @Test
    void another_vm_of_the_same_name_is_not_taken_for_it() {
        answer(200, "{\"vms\":[{\"id\":\"other\",\"name\":\"web01\"}]}");

        assertThatThrownBy(() -> appliance.discover(WEB01))
                .isInstanceOf(PlatformException.class)
                .hasMessage("SNA discovery found no VM \"web01\": VM not found with UUID " + WEB01.vmwareVmId());
    }

    @ParameterizedTest
    @CsvSource({"poweredOn, POWERED_ON", "poweredOff, POWERED_OFF", "suspended, SUSPENDED"})
    void the_power_state_is_read(String said, PowerState state) {
        answer(200, "{\"vm_id\":\"x\",\"power_state\":\"" + said + "\"}");

        assertThat(appliance.powerState(WEB01)).isEqualTo(state);
        assertThat(server.requests().get(0).path()).isEqualTo("/api/v1/vm/" + WEB01.vmwareVmId() + "/power-state");
        assertThat(server.requests().get(0).fields())
                .containsEntry("vcenter", "vc1.example.com")
                .containsEntry("username", "administrator@vsphere.local")
                .containsEntry("password", PASSWORD);
    }

    @Test
    void a_power_state_that_is_none_is_a_failure() {
        answer(200, "{\"power_state\":\"\"}");

        assertThatThrownBy(() -> appliance.powerState(WEB01))
                .isInstanceOf(PlatformException.class)
                .hasMessage("SNA power-state API gave an unknown power state: \"\"");
    }

    @Test
    void a_vm_is_powered_off_and_on() {
        answer(200, "{\"success\":true,\"new_state\":\"poweredOff\"}");

        appliance.powerOff(WEB01);

        assertThat(server.requests().get(0).path()).isEqualTo("/api/v1/vm/" + WEB01.vmwareVmId() + "/power-off");
        assertThat(sent().getBoolean("force")).isTrue();
        assertThat(sent().getInt("timeout")).isEqualTo(300);
        assertThat(sent().getString("vm_id")).isEqualTo(WEB01.vmwareVmId());

        appliance.powerOn(WEB01);

        assertThat(server.requests().get(1).path()).isEqualTo("/api/v1/vm/" + WEB01.vmwareVmId() + "/power-on");
    }

    @ParameterizedTest
    @CsvSource({"PT15M, 900", "PT1M, 60", "PT0.4S, 1"})
    void a_guest_has_the_time_to_shut_down_that_it_is_given(Duration limit, int seconds) {
        answer(200, "{\"success\":true,\"new_state\":\"poweredOff\"}");

        appliance.shutDown(WEB01, limit);

        assertThat(sent().getBoolean("force")).isFalse();
        assertThat(sent().getInt("timeout")).isEqualTo(seconds);
    }

    @Test
    void a_power_off_without_success_is_a_failure() {
        answer(200, "{\"success\":false,\"message\":\"tools not running\"}");

        assertThatThrownBy(() -> appliance.shutDown(WEB01, Duration.ofMinutes(5)))
                .isInstanceOf(PlatformException.class)
                .hasMessage("SNA power-off failed: tools not running");
    }

    @Test
    void a_replication_is_started_with_its_targets() {
        progress.set(TestServer.text(404, "text/plain", "no such job"));
        answer(200, "{\"job_id\":\"job-1\",\"status\":\"Queued\",\"vm_count\":1}");

        String id = appliance.startReplication(
                WEB01, "job-1", List.of(new NbdTarget("nbd://localhost:10809/migration-vol-1", "17", "2000")));

        assertThat(id).isEqualTo("job-1");
        assertThat(server.requests().get(1).path()).isEqualTo("/api/v1/replicate");
        assertThat(sent().getJsonArray("vm_paths")).extracting(Object::toString).containsExactly("\"/DC1/vm/web01\"");
        assertThat(sent().getJsonArray("nbd_targets").getJsonObject(0).toString())
                .isEqualTo("{\"device_path\":\"nbd://localhost:10809/migration-vol-1\",\"vm_disk_id\":\"17\","
                        + "\"vmware_disk_key\":\"2000\"}");
        assertThat(sent().getString("oma_url")).isEqualTo("http://appliance:8082");
    }

    @Test
    void a_replication_that_is_under_way_already_is_not_started_again() {
        progress.set(TestServer.json(200, "{\"job_id\":\"job-1\",\"stage\":\"Transfer\",\"status\":\"Streaming\"}"));

        assertThat(appliance.startReplication(WEB01, "job-1", List.of())).isEqualTo("job-1");

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void progress_is_read_and_kept_between_0_and_100() {
        answer(
                200,
                """
                {"job_id":"job 1","stage":"Transfer","status":"Streaming","aggregate":
                  {"total_bytes":1000,"bytes_transferred":"400","percent":140.5},"cbt":{"type":"incremental","change_id":""}}
                """);

        assertThat(appliance.progress("job 1"))
                .isEqualTo(new ReplicationProgress("Transfer", "Streaming", 100.0, 400, 1000, null));
        assertThat(server.requests().get(0).path()).isEqualTo("/api/v1/progress/job%201");
    }

    @Test
    void a_replication_that_has_succeeded_says_where_the_next_can_go_on() {
        answer(200, "{\"status\":\"Succeeded\",\"aggregate\":{\"percent\":100},\"cbt\":{\"change_id\":\"52 a1/14\"}}");

        ReplicationProgress progress = appliance.progress("job-1");

        assertThat(progress.succeeded()).isTrue();
        assertThat(progress.ended()).isTrue();
        assertThat(progress.changeId()).isEqualTo("52 a1/14");
    }

    @Test
    void an_error_status_is_told_with_what_the_appliance_says() {
        reply.set(TestServer.text(
                500, "text/plain", "Failed to discover VMs: ServerFaultCode: Cannot complete login.\n"));

        assertThatThrownBy(() -> appliance.discover(WEB01))
                .isInstanceOf(PlatformException.class)
                .hasMessage(
                        "SNA discovery API returned status 500: Failed to discover VMs: ServerFaultCode: Cannot complete login.");
    }

    @Test
    void an_answer_that_is_no_json_is_told_as_such() {
        reply.set(TestServer.text(200, "text/html", "<html>login</html>"));

        assertThatThrownBy(() -> appliance.progress("j"))
                .hasMessage("SNA progress API did not answer with JSON (status 200): <html>login</html>");
    }

    @Test
    void a_dropped_connection_is_told_with_the_address_but_without_its_query() {
        reply.set(TestServer.drop());

        assertThatThrownBy(() -> appliance.powerState(WEB01))
                .isInstanceOf(PlatformException.class)
                .hasMessage("SNA power-state request failed: Get \"" + server.url() + "/api/v1/vm/" + WEB01.vmwareVmId()
                        + "/power-state\": unexpected EOF: the connection was closed before the answer was complete");
    }

    @Test
    void a_missing_appliance_is_told_as_a_refused_connection() {
        server.close();

        assertThatThrownBy(() -> appliance.shutDown(WEB01, Duration.ofMinutes(5)))
                .hasMessage("SNA power-off request failed: Post \"" + server.url() + "/api/v1/vm/" + WEB01.vmwareVmId()
                        + "/power-off\": connect: connection refused");
    }

    @Test
    void a_silent_appliance_is_given_up() {
        reply.set(TestServer.hang());

        assertThatThrownBy(() -> appliance.progress("j"))
                .hasMessageStartingWith("SNA progress request failed: Get \"")
                .hasMessageEndingWith("context deadline exceeded: no complete answer within 0.4s");
    }

    @Test
    void the_password_never_shows_even_when_the_appliance_repeats_the_request() throws IOException {
        try (TestServer echo = new TestServer(request ->
                TestServer.text(404, "text/plain", "no route for " + request.query() + " " + request.body()))) {
            VmaAppliance echoed = appliance(echo.url(), Optional.of("u"));

            for (Runnable call : List.<Runnable>of(
                    () -> echoed.powerState(WEB01), () -> echoed.discover(WEB01), () -> echoed.powerOn(WEB01))) {
                StringWriter trace = new StringWriter();
                catchThrowable(call::run).printStackTrace(new PrintWriter(trace));
                assertThat(trace.toString())
                        .contains("returned status 404", "***")
                        .doesNotContain("Secr3t");
            }
        }
    }

    @Test
    void without_credentials_nothing_is_sent() {
        VmaAppliance unknown = appliance(server.url(), Optional.empty());

        assertThatThrownBy(() -> unknown.powerState(WEB01))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("failed to retrieve VMware credentials: clearover.source.username");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9081/api/v1", "http:///Secr3t", "no address Secr3t", ""})
    void an_address_that_is_none_is_told_without_repeating_it(String url) {
        assertThatThrownBy(() -> appliance(url, Optional.of("u")).check())
                .isInstanceOf(PlatformException.class)
                .hasMessage("clearover.source.url is not an http or https address");
    }

    private static VmaAppliance appliance(String url, Optional<String> username) {
        return new VmaAppliance(
                url,
                username,
                Optional.of(PASSWORD),
                "http://appliance:8082",
                Duration.ofSeconds(2),
                Duration.ofMillis(400),
                Duration.ofSeconds(2),
                new CallRetry(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofMillis(300)),
                CallPermit.ALWAYS);
    }

    private void answer(int status, String json) {
        reply.set(TestServer.json(status, json));
    }

    private JsonObject sent() {
        return Json.createReader(new StringReader(
                        server.requests().get(server.requests().size() - 1).body()))
                .readObject();
    }
}
