package io.clearover.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each VM of the lab does what it is there to show, and a rollback brings everything back. */
@WithClearover
class LabVmsIT {

    @ParameterizedTest(name = "{0} fails at step {1} with a {3} problem")
    @CsvSource({
        "pgtest1, 5, Preparing Drivers for KVM, compatibility, 40.0, cleanup_required",
        "db01, 7, Attaching Storage Volumes, storage, 60.0, cleanup_required",
        "app01, 1, Pre-flight Validation, configuration|network, 0.0, ready_for_failover",
        "legacy01, 6, Creating Destination VM, platform, 50.0, cleanup_required",
        "far01, 3, Final Data Synchronization, connectivity, 20.0, ready_for_failover",
    })
    void a_failing_vm_says_where_and_why(
            String vm, int step, String stepName, String category, double progress, String state, Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover(vm));

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("failed_step_friendly")).isEqualTo(stepName);
        assertThat(job.getInt("steps_completed")).isEqualTo(step - 1);
        assertThat(job.getInt("steps_total")).isEqualTo(10);
        assertThat(job.getJsonNumber("progress").doubleValue()).isEqualTo(progress);
        assertThat(category.split("\\|")).contains(job.getString("error_category"));
        assertThat(job.getString("error_message_user")).isNotBlank();
        assertThat(job.getString("error_reason")).isNotBlank();
        assertThat(job.getJsonArray("actionable_steps")).isNotEmpty();
        assertThat(clearover.vm(vm).getString("current_status")).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"pgtest1", "db01", "legacy01", "web01"})
    void a_rollback_leaves_the_data_centre_as_it_was(String vm, Clearover clearover) {
        JsonObject before = clearover.dataCentre();
        clearover.ended(clearover.startTestFailover(vm));

        JsonObject rollback = clearover.ended(clearover.startRollback(vm), "admin");

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        JsonObject after = clearover.dataCentre();
        assertThat(after.getJsonArray("snapshots")).isEqualTo(before.getJsonArray("snapshots"));
        assertThat(after.getJsonArray("vms")).isEqualTo(before.getJsonArray("vms"));
        assertThat(volumes(after)).isEqualTo(volumes(before));
        assertThat(clearover.vm(vm).getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void web01_runs_at_the_destination_after_a_test_failover(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("web01"));

        assertThat(job.getString("status")).as(job.toString()).isEqualTo("completed");
        assertThat(job.getInt("steps_completed")).isEqualTo(10);
        assertThat(job.getJsonNumber("progress").doubleValue()).isEqualTo(100);
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("failed_over_test");
    }

    @Test
    void erp01_takes_longer_and_succeeds(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("erp01"));

        assertThat(job.getString("status")).as(job.toString()).isEqualTo("completed");
    }

    @Test
    void far01_can_be_tested_with_the_last_copy_when_its_source_is_away(Clearover clearover) {
        String job =
                clearover.start("/api/v1/failover/test", "{\"vm_name\": \"far01\", \"perform_final_sync\": false}");

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
    }

    @Test
    void pgtest1_can_be_tested_without_driver_installation(Clearover clearover) {
        String job = clearover.start("/api/v1/failover/test", "{\"vm_name\": \"pgtest1\", \"skip_virtio\": true}");

        assertThat(clearover.ended(job).getString("status")).isEqualTo("completed");
    }

    /** The volumes without the number of their last sync: the failover's own stays, as it is the latest good copy. */
    private static List<String> volumes(JsonObject dataCentre) {
        return dataCentre.getJsonArray("volumes").stream()
                .map(volume -> volume.toString().replaceAll("/\\d+\"", "\""))
                .toList();
    }
}
