package io.clearover.lab;

import static io.clearover.lab.RunningLab.newVm;
import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.watch.Look;
import io.clearover.lab.watch.Site;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What tests see of the lab past its APIs. */
@Execution(ExecutionMode.CONCURRENT)
class WatchTest {

    private final String system = volumeId("web01", 0);
    private final String data = volumeId("web01", 1);

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void at_the_beginning_every_site_is_untouched() {
        Look look = lab.lab().look();

        assertThat(look.sites()).hasSameSizeAs(Fleet.VMS);
        assertThat(look.sites().values()).allMatch(Site::isUntouched);
        assertThat(look.orphans()).isEmpty();
        assertThat(look.difference(lab.lab().look())).isEmpty();
    }

    @Test
    void a_failed_over_vm_is_seen_as_such_and_undone_as_untouched() throws Exception {
        Look before = lab.lab().look();
        String snapshot = snapshot(system);
        String other = snapshot(data);
        String vm = failOver();

        Site over = site();
        assertThat(over.isFailedOver()).isTrue();
        assertThat(over.guests().get(0).networks()).containsExactly("failover-test");
        assertThat(over.disks().get(0).clean()).isFalse();
        assertThat(over.snapshots()).hasSize(2);

        lab.client().finished("stopVirtualMachine", "id", vm);
        goHome(system, snapshot, "1");
        goHome(data, other, "2");
        lab.client().finished("destroyVirtualMachine", "id", vm, "expunge", "true");
        Look after = lab.lab().look();
        assertThat(before.difference(after)).isEmpty();
        assertThat(after.of("web01").isUntouched()).isTrue();
        assertThat(after.orphans()).isEmpty();
    }

    @Test
    void a_difference_says_what_was_and_what_is() throws Exception {
        Site before = site();
        lab.client().finished("detachVolume", "id", system);
        snapshot(data);
        powerOff();

        assertThat(before.difference(site()).lines())
                .containsExactly(
                        "snapshot before-test of migration-web01-web01-disk-1: was not there, is BackedUp",
                        "source VM web01: was poweredOn, is poweredOff",
                        "volume migration-web01-web01-disk-0: was at oma-appliance-01 as device 1, Ready, clean, "
                                + "is attached to nothing, Ready, clean");
    }

    @Test
    void a_disk_that_was_written_on_is_not_clean() throws Exception {
        lab.client().post("/lab/driver?device=/dev/vdb&job=1", "");

        assertThat(site().disks().get(0).clean()).isFalse();
        assertThat(site().disks().get(1).clean()).isTrue();
        assertThat(site().isUntouched()).isFalse();
    }

    @Test
    void newer_replicated_data_is_no_difference() throws Exception {
        Site before = site();
        lab.client().post("/api/v1/replicate", replication("web01"));
        await().until(() -> lab.volume(system).getString("content").endsWith("/101"));

        assertThat(before.difference(site())).isEmpty();
        assertThat(site().isUntouched()).isTrue();
    }

    @Test
    void all_that_lies_about_is_named() throws Exception {
        lab.client().finished("deployVirtualMachine", newVm("legacy01-test-1"));
        lab.client().finished("deployVirtualMachine", newVm("erp01-test-1"));
        lab.client().finished("deployVirtualMachine", newVm("erp01-test-2"));
        lab.client().finished("deployVirtualMachine", newVm("unknown"));
        lab.client().finished("detachVolume", "id", system);
        snapshot(data);

        assertThat(lab.lab().look().orphans())
                .containsExactlyInAnyOrder(
                        "VM legacy01-test-1 is Error",
                        "VM legacy01-test-1 has no disk of legacy01",
                        "erp01 has 2 VMs",
                        "VM erp01-test-1 has no disk of erp01",
                        "VM erp01-test-2 has no disk of erp01",
                        "VM unknown",
                        "volume ROOT-415",
                        "volume migration-web01-web01-disk-0 is attached to nothing, Ready, clean",
                        "the disks of web01 are at different places: [null, oma-appliance-01]",
                        "snapshot before-test of volume migration-web01-web01-disk-1 is BackedUp");
    }

    @Test
    void a_new_vms_first_disk_is_an_orphan_once_it_is_detached() throws Exception {
        String vm = lab.client()
                .finished("deployVirtualMachine", newVm("web01-test-1"))
                .getString("jobinstanceid");
        String root = site().extras().get(0).id();
        lab.client().finished("detachVolume", "id", root);

        assertThat(site().orphans()).contains("volume ROOT-412 is attached to nothing, Ready, written on");
        lab.client().command("deleteVolume", "id", root);
        lab.client().finished("destroyVirtualMachine", "id", vm, "expunge", "true");

        assertThat(site().isUntouched()).isTrue();
    }

    @Test
    void sites_can_be_seen_over_http() throws Exception {
        lab.client().finished("detachVolume", "id", system);

        var shown = lab.client().get("/lab/sites").body();

        assertThat(shown.getJsonArray("orphans")).isNotEmpty();
        assertThat(shown.getJsonObject("sites").getJsonObject("erp01").getString("source VM erp01"))
                .isEqualTo("poweredOn");
    }

    @Test
    void what_was_done_is_counted_for_each_vm() throws Exception {
        snapshot(system);
        snapshot(data);
        failOver();
        powerOff();
        powerOff();
        lab.client().post("/lab/driver?device=/dev/vdd&job=1", "");
        lab.client().post("/api/v1/replicate", replication("erp01"));

        assertThat(lab.lab().acts().of("web01").count("createSnapshot")).isEqualTo(2);
        assertThat(lab.lab().acts().of("web01").count("deployVirtualMachine")).isEqualTo(1);
        assertThat(lab.lab().acts().of("web01").count("deleteVolume")).isEqualTo(1);
        assertThat(lab.lab().acts().of("web01").count("attachVolume")).isEqualTo(2);
        assertThat(lab.lab().acts().of("web01").count("power-off")).isEqualTo(1);
        assertThat(lab.lab().acts().of("pgtest1").count("driver")).isEqualTo(1);
        assertThat(lab.lab().acts().of("erp01").count("replicate")).isEqualTo(1);
        assertThat(lab.lab().acts().repeated()).isEmpty();
    }

    @Test
    void what_was_refused_or_failed_is_not_counted() throws Exception {
        lab.lab().faults().add(Fault.of("createSnapshot", FaultKind.FAIL_JOB));
        snapshot(system);
        lab.client().command("deleteVolume", "id", system);
        lab.client().command("revertSnapshot", "id", "nothing");

        assertThat(lab.lab().acts().all()).isEmpty();
    }

    @Test
    void each_call_is_remembered_with_its_vm_and_its_job_even_if_it_was_refused() throws Exception {
        lab.lab().faults().add(Fault.of("createSnapshot", FaultKind.REFUSE));
        lab.client().command("createSnapshot", "volumeid", system);
        lab.client().command("listZones");
        lab.client().finished("createSnapshot", "volumeid", system);

        assertThat(lab.lab().asked())
                .extracting(asked -> asked.call() + " of " + asked.vm())
                .startsWith("createSnapshot of web01", "listZones of null", "createSnapshot of web01")
                .endsWith("queryAsyncJobResult:createSnapshot of web01");
    }

    @Test
    void what_was_done_twice_is_named_even_if_the_first_answer_was_lost() throws Exception {
        lab.lab().faults().add(Fault.of("createSnapshot", FaultKind.DROP_AFTER));
        assertThatThrownBy(() -> lab.client().cloudStackByPost(LabClient.signed("createSnapshot", "volumeid", system)))
                .isInstanceOf(IOException.class);
        await().until(() -> lab.lab().acts().of("web01").count("createSnapshot") == 1);
        snapshot(system);

        assertThat(lab.lab().acts().repeated())
                .containsExactly("web01: createSnapshot of %s, 2 times".formatted(system));
        lab.lab().forgetActs();
        assertThat(lab.lab().acts().all()).isEmpty();
    }

    @Test
    void a_removal_that_is_asked_for_again_while_it_is_under_way_is_done_once() throws Exception {
        String snapshot = snapshot(system);
        lab.lab().faults().add(Fault.of("deleteSnapshot", FaultKind.SLOW_JOB).delay(Duration.ofSeconds(2)));
        lab.client().command("deleteSnapshot", "id", snapshot);

        JsonObject again = lab.client().finished("deleteSnapshot", "id", snapshot);

        assertThat(again.getJsonObject("jobresult").getBoolean("success")).isTrue();
        assertThat(lab.lab().acts().of("web01").count("deleteSnapshot")).isEqualTo(1);
    }

    private Site site() {
        return lab.lab().look().of("web01");
    }

    private String failOver() throws Exception {
        String vm = lab.emptyVm("web01-test-1");
        move(system, vm, "0");
        move(data, vm, "1");
        lab.client().finished("startVirtualMachine", "id", vm);
        return vm;
    }

    private void goHome(String volume, String snapshot, String device) throws Exception {
        lab.client().finished("revertSnapshot", "id", snapshot);
        lab.client().finished("deleteSnapshot", "id", snapshot);
        move(volume, Destination.APPLIANCE_VM_ID, device);
    }

    private void move(String volume, String vm, String device) throws Exception {
        lab.client().finished("detachVolume", "id", volume);
        lab.client().finished("attachVolume", "id", volume, "virtualmachineid", vm, "deviceid", device);
    }

    private String snapshot(String volume) throws Exception {
        return lab.client()
                .finished("createSnapshot", "volumeid", volume, "name", "before-test")
                .getString("jobinstanceid");
    }

    private void powerOff() throws Exception {
        lab.client()
                .post(
                        "/api/v1/vm/%s/power-off"
                                .formatted(Fleet.named("web01").orElseThrow().vmwareId()),
                        login());
    }

    private static JsonObjectBuilder replication(String vm) {
        return login().add("job_id", "job-1")
                .add("vm_paths", Json.createArrayBuilder().add("/DC1/vm/" + vm))
                .add(
                        "nbd_targets",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("device_path", "nbd://localhost:10809/migration-vol-" + volumeId(vm, 0))));
    }

    private static JsonObjectBuilder login() {
        return Json.createObjectBuilder()
                .add("vcenter", Fleet.VCENTER)
                .add("username", LabKeys.SOURCE_USERNAME)
                .add("password", LabKeys.SOURCE_PASSWORD);
    }
}
