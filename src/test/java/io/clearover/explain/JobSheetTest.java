package io.clearover.explain;

import static io.clearover.explain.Fixtures.explain;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the job sheet asked for: its examples of before and after, and its table of words. */
class JobSheetTest {
    @Test
    void a_failed_driver_tool_reads_as_the_sheet_wants_it() {
        Explanation explanation = explain(
                "virtio-driver-injection",
                """
                Error: virt-v2v-in-place failed with exit code 1
                Details: VirtIO driver injection failed at /dev/vdc
                Log: /var/log/migratekit/virtv2v-virtio-12345.log
                """);

        assertThat(explanation.userMessage()).isEqualTo("Driver injection failed - compatibility tool error");
        assertThat(explanation.reason()).isEqualTo("Windows drivers could not be installed on this VM.");
        assertThat(explanation.category()).isEqualTo(Category.COMPATIBILITY);
        assertThat(explanation.actionableSteps())
                .containsExactly(
                        "Verify that the VM is Windows-based.",
                        "Check that the VM's disk is accessible and Windows is in a bootable state.",
                        "Start the test failover again without driver installation,"
                                + " if this VM already has KVM drivers.");
    }

    @Test
    void a_volume_in_use_reads_as_the_sheet_wants_it() {
        Explanation explanation = explain(
                "volume-attachment",
                """
                Error: CloudStack API returned 431 - volume is attached
                Stack: volume_operations.go:223 AttachVolume()
                """);

        assertThat(explanation.userMessage()).isEqualTo("Storage attachment failed");
        assertThat(explanation.reason()).isEqualTo("The volume is already in use.");
        assertThat(explanation.category()).isEqualTo(Category.STORAGE);
        assertThat(explanation.actionableSteps())
                .containsExactly(
                        "Wait for the previous operation to complete. Start the test failover again.",
                        "Check if a test VM of this VM is still running.",
                        "Contact your administrator if the issue persists.");
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            virtio-driver-injection        | virt-v2v: error: unknown   | Driver injection failed - compatibility tool error         | compatibility
            virtio-driver-injection        | VirtIO injection failed    | Driver injection failed - cannot install required drivers  | compatibility
            virtio-driver-injection        | virtio-win.iso not found   | Driver injection failed - driver package not accessible    | configuration
            virtio-driver-injection        | /dev/vdc does not answer   | Driver injection failed - disk access error                | storage
            virtio-driver-injection        | /dev/vdc: not a block device | Driver injection failed - storage volume access error    | storage
            multi-volume-snapshot-creation | snapshot creation failed   | Backup creation failed                                     | storage
            volume-attachment              | attachment failed          | Storage attachment failed                                  | storage
            network-configuration          | network not found          | Network configuration error - specified network not available | network
            vm-creation                    | CloudStack API error       | Creating the destination VM failed - platform operation failed | platform
            source-vm-power-off            | VMA unreachable            | Source connection lost - cannot connect to source environment | connectivity
            """)
    void each_internal_term_of_the_sheets_table_has_its_words(
            String step, String error, String message, String category) {
        Explanation explanation = explain(step, error);

        assertThat(explanation.userMessage()).isEqualTo(message);
        assertThat(explanation.category().jsonName()).isEqualTo(category);
    }

    @Test
    void no_advice_says_that_a_live_failover_needs_no_drivers() {
        assertThat(Fixtures.CATALOGUE.texts().all().values())
                .noneMatch(text -> text.toLowerCase().contains("try live"))
                .noneMatch(text -> text.toLowerCase().contains("live failover instead"));
    }
}
