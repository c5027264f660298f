package io.clearover.platform.cloudstack;

import static io.clearover.platform.cloudstack.ScriptedCloudStack.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.platform.DestinationVm;
import io.clearover.platform.NewVm;
import io.clearover.platform.Nic;
import io.clearover.platform.PlatformException;
import io.clearover.platform.Snapshot;
import io.clearover.platform.TestServer;
import io.clearover.platform.Volume;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CloudStackPlatformTest {

    private static final String UNKNOWN_ID =
            """
            {"listxresponse":{"uuidList":[],"errorcode":431,"cserrorcode":9999,"errortext":"Unable to execute API command \
            due to invalid value. Invalid parameter id value=x due to incorrect long value format, or entity does not \
            exist or due to incorrect parameter annotation for the field in api cmd class."}}
            """;

    private static final String NO_SNAPSHOTS = "{\"listsnapshotsresponse\":{}}";
    private static final String NO_VMS = "{\"listvirtualmachinesresponse\":{}}";

    private ScriptedCloudStack cloud;
    private CloudStackPlatform platform;

    @BeforeEach
    void start() throws IOException {
        cloud = new ScriptedCloudStack();
        platform = cloud.platform();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void a_command_is_a_signed_form_that_expires() {
        cloud.on("listZones", "{\"listzonesresponse\":{\"count\":0}}");

        platform.check();

        assertThat(cloud.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query()).isEmpty();
            assertThat(request.fields())
                    .containsEntry("apiKey", ScriptedCloudStack.API_KEY)
                    .containsEntry("response", "json")
                    .containsEntry("signatureversion", "3")
                    .containsEntry("expires", "2025-10-03T14:32:00+0000")
                    .containsEntry("signature", "NrHwMXHJpXwppuP6JD6+Z9k1mTI=");
        });
    }

    @Test
    void a_snapshot_is_there_once_it_is_backed_up_and_not_when_its_job_ends() {
        cloud.onJob("createSnapshot", "{\"snapshot\":{\"id\":\"s-1\",\"state\":\"BackingUp\"}}")
                .on("listSnapshots", NO_SNAPSHOTS, NO_SNAPSHOTS, snapshots("BackingUp"), snapshots("BackedUp"));

        assertThat(platform.createSnapshot("vol-1", "before test")).isEqualTo("s-1");
        assertThat(cloud.asked("createSnapshot")).singleElement().satisfies(fields -> assertThat(fields)
                .containsEntry("volumeid", "vol-1")
                .containsEntry("name", "before test")
                .containsEntry("quiescevm", "false"));
        assertThat(cloud.asked("listSnapshots")).hasSize(4);
    }

    @Test
    void a_snapshot_that_ends_in_error_is_a_failure() {
        cloud.onJob("createSnapshot", "{\"snapshot\":{\"id\":\"s-1\"}}")
                .on("listSnapshots", NO_SNAPSHOTS, NO_SNAPSHOTS, snapshots("Error"));

        assertThatThrownBy(() -> platform.createSnapshot("vol-1", "n"))
                .isInstanceOf(PlatformException.class)
                .hasMessage("CloudStack snapshot s-1 failed: state Error");
    }

    @Test
    void snapshots_of_a_volume_are_listed() {
        cloud.on("listSnapshots", snapshots("BackedUp"));

        assertThat(platform.snapshotsOf("vol-1")).containsExactly(new Snapshot("s-1", "n", "vol-1", "BackedUp"));
        assertThat(cloud.asked("listSnapshots").get(0)).containsEntry("volumeid", "vol-1");
    }

    @Test
    void a_snapshot_is_reverted_and_deleted() {
        cloud.on("listSnapshots", NO_SNAPSHOTS).onJob("revertSnapshot", "{\"success\":true}");
        platform.revertSnapshot("s-1");
        cloud.onJob("deleteSnapshot", "{\"success\":true}");
        platform.deleteSnapshot("s-1");

        assertThat(cloud.asked("revertSnapshot").get(0)).containsEntry("id", "s-1");
        assertThat(cloud.asked("deleteSnapshot").get(0)).containsEntry("id", "s-1");
    }

    @Test
    void a_vm_is_created_stopped_with_what_the_configuration_says_by_id_or_by_name() {
        cloud.on(
                        "listZones",
                        "{\"listzonesresponse\":{}}",
                        "{\"listzonesresponse\":{\"zone\":[{\"id\":\"z-10\",\"name\":\"zone10\"},{\"id\":\"z-1\",\"name\":\"zone1\"}]}}")
                .on(
                        "listServiceOfferings",
                        "{\"listserviceofferingsresponse\":{\"serviceoffering\":[{\"id\":\"offering-1\"}]}}")
                .on("listTemplates", "{\"listtemplatesresponse\":{\"template\":[{\"id\":\"tmpl-1\"}]}}")
                .on("listVirtualMachines", NO_VMS)
                .onJob("deployVirtualMachine", "{\"virtualmachine\":{\"id\":\"vm-1\",\"state\":\"Stopped\"}}");

        String id = platform.createVm(new NewVm("web_01-test-17", "web 01 (test)", 4, 8192, "net-1"));

        assertThat(id).isEqualTo("vm-1");
        assertThat(cloud.asked("deployVirtualMachine").get(0))
                .containsEntry("name", "web01-test-17")
                .containsEntry("displayname", "web 01 (test)")
                .containsEntry("zoneid", "z-1")
                .containsEntry("serviceofferingid", "offering-1")
                .containsEntry("templateid", "tmpl-1")
                .containsEntry("networkids", "net-1")
                .containsEntry("details[0].cpuNumber", "4")
                .containsEntry("details[0].memory", "8192")
                .containsEntry("startvm", "false");
    }

    @Test
    void a_configured_zone_that_cloudstack_does_not_know_is_named() {
        cloud.on("listZones", TestReplies.error(UNKNOWN_ID), TestReplies.good("{\"listzonesresponse\":{}}"))
                .on("listVirtualMachines", NO_VMS);

        assertThatThrownBy(() -> platform.createVm(new NewVm("web01", "web01", 1, 1024, "net-1")))
                .isInstanceOf(PlatformException.class)
                .hasMessage("CloudStack knows no zone with the id or name \"zone1\" for this account");
    }

    @Test
    void a_vm_is_found_by_its_id_with_its_primary_nic_first() {
        cloud.on("listVirtualMachines", vms());

        assertThat(platform.vm("vm-1"))
                .get()
                .isEqualTo(new DestinationVm(
                        "vm-1",
                        "web01-test",
                        "web01 (job-1)",
                        "Running",
                        List.of(new Nic("n-2", "net-2", true), new Nic("n-1", "net-1", false))));
    }

    @Test
    void a_name_is_found_exactly_though_cloudstack_looks_for_parts_of_names() {
        cloud.on("listVirtualMachines", vms());

        assertThat(platform.vmNamed("web01-test", "web01 (job-1)"))
                .get()
                .extracting(DestinationVm::id)
                .isEqualTo("vm-1");
        assertThat(platform.vmNamed("web01", "web01 (job-1)")).isEmpty();
    }

    @Test
    void of_several_vms_of_a_name_the_one_with_that_display_name_is_found() {
        cloud.on("listVirtualMachines", vms());

        assertThat(platform.vmNamed("web01-test", "web01 (job-3)"))
                .get()
                .extracting(DestinationVm::id)
                .isEqualTo("vm-3");
        assertThat(platform.vmNamed("web01-test", "web01 (job-4)")).isEmpty();
    }

    @Test
    void an_unknown_id_is_an_empty_result_and_not_a_failure() {
        cloud.on("listVirtualMachines", TestReplies.error(UNKNOWN_ID))
                .on("listVolumes", TestReplies.error(UNKNOWN_ID))
                .on("listSnapshots", TestReplies.error(UNKNOWN_ID));

        assertThat(platform.vm("x")).isEmpty();
        assertThat(platform.volume("x")).isEmpty();
        assertThat(platform.volumesOf("x")).isEmpty();
        assertThat(platform.snapshotsOf("x")).isEmpty();
    }

    @Test
    void a_vm_is_started_stopped_given_a_nic_and_deleted() {
        cloud.onJob("startVirtualMachine", "{}");
        platform.startVm("vm-1");
        cloud.onJob("stopVirtualMachine", "{}");
        platform.stopVm("vm-1", true);
        cloud.onJob("addNicToVirtualMachine", "{}");
        platform.addNic("vm-1", "net-2");
        cloud.onJob("destroyVirtualMachine", "{}");
        platform.deleteVm("vm-1");

        assertThat(cloud.asked("stopVirtualMachine").get(0)).containsEntry("forced", "true");
        assertThat(cloud.asked("addNicToVirtualMachine").get(0))
                .containsEntry("virtualmachineid", "vm-1")
                .containsEntry("networkid", "net-2");
        assertThat(cloud.asked("destroyVirtualMachine").get(0)).containsEntry("expunge", "true");
    }

    @Test
    void a_volume_is_attached_at_its_position_and_read_afresh() {
        cloud.onJob("attachVolume", "{\"volume\":{\"id\":\"vol-1\"}}").on("listVolumes", volumes("vm-1", 0));

        Volume volume = platform.attachVolume("vol-1", "vm-1", OptionalInt.of(0));

        assertThat(volume).isEqualTo(new Volume("vol-1", "web01-root", "ROOT", "Ready", "vm-1", 0));
        assertThat(cloud.asked("attachVolume").get(0))
                .containsEntry("id", "vol-1")
                .containsEntry("virtualmachineid", "vm-1")
                .containsEntry("deviceid", "0");
    }

    @Test
    void without_a_position_cloudstack_chooses() {
        cloud.onJob("attachVolume", "{}").on("listVolumes", volumes("vm-1", 3));

        assertThat(platform.attachVolume("vol-1", "vm-1", OptionalInt.empty()).deviceId())
                .isEqualTo(3);
        assertThat(cloud.asked("attachVolume").get(0)).doesNotContainKey("deviceid");
    }

    @Test
    void a_detached_volume_has_neither_vm_nor_position() {
        cloud.onJob("detachVolume", "{}")
                .on(
                        "listVolumes",
                        "{\"listvolumesresponse\":{\"volume\":[{\"id\":\"vol-1\",\"name\":\"n\",\"type\":\"DATADISK\",\"state\":\"Ready\"}]}}");

        platform.detachVolume("vol-1");

        assertThat(platform.volume("vol-1")).get().isEqualTo(new Volume("vol-1", "n", "DATADISK", "Ready", null, null));
    }

    @Test
    void a_volume_that_is_not_deleted_is_a_failure() {
        cloud.on("deleteVolume", "{\"deletevolumeresponse\":{\"success\":\"true\"}}");
        platform.deleteVolume("vol-1");
        cloud.on("deleteVolume", "{\"deletevolumeresponse\":{\"success\":false,\"displaytext\":\"still attached\"}}");

        assertThatThrownBy(() -> platform.deleteVolume("vol-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessage("CloudStack did not delete volume vol-1: still attached");
    }

    @Test
    void the_appliances_vm_is_the_configured_one() {
        assertThat(platform.applianceVmId()).isEqualTo("appliance-vm");
    }

    @Test
    void a_job_that_never_ends_is_given_up() {
        cloud.on("startVirtualMachine", "{\"startvirtualmachineresponse\":{\"jobid\":\"j-1\"}}")
                .on("queryAsyncJobResult", job(0, "{}"));

        assertThatThrownBy(() -> platform.startVm("vm-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessage(
                        "timeout waiting for CloudStack async job j-1 (startVirtualMachine) to complete after 2.5s");
    }

    @Test
    void a_job_that_fails_says_why_and_with_which_code() {
        cloud.on("startVirtualMachine", "{\"startvirtualmachineresponse\":{\"jobid\":\"j-1\"}}")
                .on(
                        "queryAsyncJobResult",
                        job(
                                2,
                                "{\"errorcode\":533,\"errortext\":\"Unable to start a VM due to insufficient capacity\"}"));

        assertThatThrownBy(() -> platform.startVm("vm-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessage(
                        "CloudStack async job failed: Unable to start a VM due to insufficient capacity (error code 533)");
        assertThat(cloud.asked("queryAsyncJobResult")).hasSize(1);
    }

    @Test
    void a_look_at_a_job_that_gets_lost_on_the_way_is_repeated() {
        cloud.on("startVirtualMachine", "{\"startvirtualmachineresponse\":{\"jobid\":\"j-1\"}}")
                .on(
                        "queryAsyncJobResult",
                        TestServer.drop(),
                        TestReplies.badGateway(),
                        TestReplies.good(job(0, "{}")),
                        TestReplies.badGateway(),
                        TestReplies.good(job(1, "{}")));

        cloud.patientPlatform().startVm("vm-1");

        assertThat(cloud.asked("queryAsyncJobResult")).hasSize(5);
        assertThat(cloud.asked("startVirtualMachine")).hasSize(1);
    }

    @Test
    void a_job_nobody_can_be_asked_about_any_more_is_a_failure() {
        cloud.on("startVirtualMachine", "{\"startvirtualmachineresponse\":{\"jobid\":\"j-1\"}}")
                .on("queryAsyncJobResult", TestReplies.badGateway());

        assertThatThrownBy(() -> platform.startVm("vm-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("did not answer queryAsyncJobResult with JSON (status 502");
    }

    private static String snapshots(String state) {
        return "{\"listsnapshotsresponse\":{\"count\":1,\"snapshot\":[{\"id\":\"s-1\",\"name\":\"n\",\"volumeid\":\"vol-1\",\"state\":\"%s\"}]}}"
                .formatted(state);
    }

    private static String volumes(String vmId, int deviceId) {
        return ("{\"listvolumesresponse\":{\"count\":1,\"volume\":[{\"id\":\"vol-1\",\"name\":\"web01-root\",\"type\":\"ROOT\","
                        + "\"state\":\"Ready\",\"virtualmachineid\":\"%s\",\"deviceid\":%d}]}}")
                .formatted(vmId, deviceId);
    }

    private static String vms() {
        return """
                {"listvirtualmachinesresponse":{"count":2,"virtualmachine":[
                  {"id":"vm-1","name":"web01-test","displayname":"web01 (job-1)","state":"Running","nic":[
                    {"id":"n-1","networkid":"net-1","isdefault":false},
                    {"id":"n-2","networkid":"net-2","isdefault":true}]},
                  {"id":"vm-2","name":"web01-test-2","displayname":"web01 (job-1)","state":"Stopped"},
                  {"id":"vm-3","name":"web01-test","displayname":"web01 (job-3)","state":"Stopped"}]}}
                """;
    }
}
