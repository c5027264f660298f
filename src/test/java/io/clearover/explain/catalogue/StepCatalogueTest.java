package io.clearover.explain.catalogue;

import static io.clearover.explain.Fixtures.STEPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.Fixtures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepCatalogueTest {
    private static final String NEUTRAL = "Additional Step";

    @ParameterizedTest
    @CsvSource({
        "validation, Pre-flight Validation, setup",
        "source-vm-power-off, Powering Off Source VM, setup",
        "final-sync, Final Data Synchronization, setup",
        "multi-volume-snapshot-creation, Creating Backup Snapshots, setup",
        "virtio-driver-injection, Preparing Drivers for KVM, execution",
        "vm-creation, Creating Destination VM, execution",
        "volume-attachment, Attaching Storage Volumes, execution",
        "vm-startup-and-validation, Starting and Validating VM, execution",
        "network-configuration, Configuring Network Adapters, execution",
        "status-update, Finalizing Operation, cleanup",
        "test-vm-shutdown, Shutting Down Test VM, cleanup",
        "volume-detachment, Detaching Storage Volumes, cleanup",
        "cloudstack-snapshot-rollback, Rolling Back to Backup, cleanup",
        "test-vm-deletion, Removing Test VM, cleanup"
    })
    void the_job_sheets_steps_have_its_names(String name, String displayName, String category) {
        StepInfo step = STEPS.of(name);

        assertThat(step.name()).isEqualTo(name);
        assertThat(step.displayName()).isEqualTo(displayName);
        assertThat(step.category().jsonName()).isEqualTo(category);
        assertThat(step.typicalDuration()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "volume-mode-switch-failover",
                "failover-job-retrieval",
                "multi-volume-snapshot-cleanup",
                "volume-mode-switch-oma",
                "legacy-cloudstack-snapshot-rollback",
                "legacy-cloudstack-snapshot-deletion",
                "volume-reattachment-to-oma",
                "failover-job-status-update",
                "vm-context-status-update",
                "source-vm-power-on",
                "pre-flight-validation",
                "failover-job-creation",
                "source-vm-discovery",
                "incremental-replication",
                "data-sync",
                "cloudstack-snapshot-creation",
                "cloudstack-volume-snapshot-creation",
                "linstor-snapshot-creation",
                "snapshot-creation",
                "volume-operations",
                "driver-injection",
                "virtio-injection",
                "destination-vm-creation",
                "vm-startup",
                "vm-validation",
                "network-mapping",
                "network-setup",
                "vm-deletion",
                "cloudstack-snapshot-deletion",
                "snapshot-cleanup",
                "multi-volume-cleanup",
                "completion",
                "ossea-client-initialization",
                "cleanup",
                "finalization",
                "replication",
                "Discover",
                "EnableCBT",
                "QueryCBT",
                "Snapshot",
                "PrepareVolumes",
                "StartExports",
                "Transfer",
                "Finalize",
                "PersistChangeIDs"
            })
    void every_name_met_in_the_appliances_history_is_known(String name) {
        StepInfo step = STEPS.of(name);

        assertThat(step.displayName()).isNotEqualTo(NEUTRAL);
        assertThat(step.typicalDuration()).hasValueSatisfying(typical -> {
            assertThat(typical.from()).isBetween(Duration.ofSeconds(1), typical.to());
            assertThat(typical.to()).isLessThanOrEqualTo(Duration.ofHours(4));
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "foo-bar-baz", "virtio-something-new", "/dev/vdb", "oma-sync"})
    void an_unknown_name_becomes_a_neutral_step_that_does_not_show_it(String name) {
        StepInfo step = STEPS.of(name);

        assertThat(step.displayName()).isEqualTo(NEUTRAL);
        assertThat(step.slug()).isEqualTo("additional-step");
        assertThat(step.name()).isEqualTo("additional-step");
        assertThat(step.description()).isEqualTo("An additional step of this operation.");
        assertThat(step.typicalDuration()).isEmpty();
    }

    @Test
    void each_slug_is_made_from_the_display_name() {
        for (CatalogueStep step : Fixtures.CATALOGUE.steps()) {
            StepInfo info = STEPS.of(step.names().get(0));
            assertThat(info.slug()).isEqualTo(info.displayName().toLowerCase().replaceAll("[^a-z0-9]+", "-"));
        }
    }

    @Test
    void the_steps_of_one_plan_can_be_told_apart_by_their_slugs() {
        String[] rollback = {
            "failover-job-retrieval",
            "test-vm-shutdown",
            "volume-detachment",
            "multi-volume-snapshot-cleanup",
            "volume-mode-switch-oma",
            "volume-reattachment-to-oma",
            "test-vm-deletion",
            "failover-job-status-update",
            "vm-context-status-update",
            "source-vm-power-on"
        };

        assertThat(rollback).extracting(name -> STEPS.of(name).slug()).doesNotHaveDuplicates();
    }
}
