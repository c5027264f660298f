package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.watch.Look;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The block devices of the appliance: drivers are written on the VM's own disk, wherever Linux has put it. */
@WithClearover
class DevicesIT {

    private static final String TEST = "/api/v1/failover/test";

    @Test
    void drivers_go_to_the_vms_own_disk_though_another_has_its_former_device(Clearover clearover) {
        swapDevices(clearover);

        JsonObject again = clearover.ended(clearover.startTestFailover("web01"));

        assertThat(again.getString("status")).as(again.toString()).isEqualTo("completed");
        Look look = clearover.installation().lab().look();
        assertThat(look.of("web01").disks().get(0).clean()).isFalse();
        assertThat(look.of("far01").isUntouched()).isTrue();
    }

    @Test
    void a_rollback_notes_the_device_at_which_the_volume_is_now(Clearover clearover) {
        swapDevices(clearover);

        assertThat(noted("far01", 0, clearover)).isEqualTo("/dev/vdb");
        assertThat(noted("web01", 0, clearover)).isEqualTo("/dev/vdc");
        assertThat(noted("web01", 1, clearover)).isEqualTo("/dev/vdl");
    }

    @Test
    void an_undo_notes_the_device_at_which_the_volume_is_now(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("db01"));

        assertThat(noted("db01", 0, clearover)).isEqualTo("/dev/vde");
        assertThat(clearover.vm("db01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void what_was_noted_of_another_volume_and_is_out_of_date_stops_no_rollback(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        clearover.sql("UPDATE device_mappings SET device_path = '/dev/vdb' WHERE volume_uuid = '%s'"
                .formatted(volume("legacy01", 0)));

        JsonObject rollback = clearover.ended(clearover.startRollback("web01"), "admin");

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(noted("web01", 0, clearover)).isEqualTo("/dev/vdb");
        assertThat(noted("legacy01", 0, clearover)).isEqualTo("remote-" + volume("legacy01", 0));
    }

    @Test
    void a_rollback_goes_on_and_notes_no_device_if_the_appliance_shows_none(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        clearover.installation().lab().hideDevices();

        JsonObject rollback = clearover.ended(clearover.startRollback("web01"), "admin");

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(noted("web01", 0, clearover)).isEqualTo("remote-" + volume("web01", 0));
        assertThat(clearover.text("SELECT operation_mode FROM device_mappings WHERE volume_uuid = '%s'"
                        .formatted(volume("web01", 0))))
                .isEqualTo("oma");
    }

    @Test
    void a_live_failover_that_would_find_no_device_for_the_drivers_leaves_the_source_on(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        lab.hideDevices();

        JsonObject job = clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}"));

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getInt("steps_completed")).isZero();
        assertThat(job.getString("error_message_user"))
                .isEqualTo("Pre-flight validation failed - the appliance does not see the disk");
        assertThat(lab.acts().of("web01").count("power-off")).isZero();
    }

    @Test
    void the_preflight_tells_it_before(Clearover clearover) {
        clearover.installation().lab().hideDevices();

        JsonObject check = driverCheck(clearover);

        assertThat(check.getString("result")).isEqualTo("fail");
        assertThat(check.getString("technical_details"))
                .endsWith("the appliance shows no block device with the serial of volume " + volume("web01", 0));
    }

    @Test
    void without_driver_installation_no_device_is_needed(Clearover clearover) {
        clearover.installation().lab().hideDevices();

        JsonObject job = clearover.ended(clearover.start(TEST, "{\"vm_name\": \"web01\", \"skip_virtio\": true}"));

        assertThat(job.getString("status")).as(job.toString()).isEqualTo("completed");
    }

    /** Lets far01 come back to the appliance before web01, so that it gets the device that web01's system disk had. */
    private static void swapDevices(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        clearover.ended(clearover.start(TEST, "{\"vm_name\": \"far01\", \"perform_final_sync\": false}"));
        clearover.ended(clearover.startRollback("far01"));
        JsonObject rollback = clearover.ended(clearover.startRollback("web01"), "admin");
        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
    }

    private static JsonObject driverCheck(Clearover clearover) {
        return clearover
                .as("admin")
                .post("/api/v1/failover/preflight", "{\"vm_name\": \"web01\"}")
                .json()
                .getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(check -> check.getString("name").equals("driver-tool"))
                .findFirst()
                .orElseThrow();
    }

    private static String noted(String vm, int disk, Clearover clearover) {
        return clearover.text(
                "SELECT device_path FROM device_mappings WHERE volume_uuid = '%s'".formatted(volume(vm, disk)));
    }

    private static String volume(String vm, int disk) {
        return Fleet.named(vm).orElseThrow().disks().get(disk).volumeId();
    }
}
