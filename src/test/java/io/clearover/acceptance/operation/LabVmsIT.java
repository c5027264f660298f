package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.watch.Look;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each VM of the lab does what it is there to show, and a rollback brings everything back. */
@WithClearover
class LabVmsIT {

    @ParameterizedTest(name = "{0} fails at step {1} with a {3} problem")
    @CsvSource({
        "pgtest1, 5, Preparing Drivers for KVM, compatibility, 40.0",
        "db01, 7, Attaching Storage Volumes, storage, 60.0",
        "app01, 1, Pre-flight Validation, configuration|network, 0.0",
        "legacy01, 6, Creating Destination VM, platform, 50.0",
        "far01, 3, Final Data Synchronization, connectivity, 20.0",
    })
    void a_failing_vm_says_where_and_why(
            String vm, int step, String stepName, String category, double progress, Clearover clearover) {
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
        assertThat(clearover.vm(vm).getString("current_status")).isEqualTo("ready_for_failover");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pgtest1", "db01", "app01", "legacy01", "far01"})
    void a_failing_vm_leaves_the_data_centre_as_it_was(String vm, Clearover clearover) {
        Look before = clearover.installation().lab().look();

        clearover.ended(clearover.startTestFailover(vm));

        assertThat(before.difference(clearover.installation().lab().look())).isEmpty();
    }

    @Test
    void a_rollback_leaves_the_data_centre_as_it_was(Clearover clearover) {
        Look before = clearover.installation().lab().look();
        clearover.ended(clearover.startTestFailover("web01"));

        JsonObject rollback = clearover.ended(clearover.startRollback("web01"), "admin");

        assertThat(rollback.getString("status")).as(rollback.toString()).isEqualTo("completed");
        assertThat(before.difference(clearover.installation().lab().look())).isEmpty();
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
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
}
