package io.clearover.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationSummaryIT extends EmptyDatabase {

    @Test
    void an_appliances_summaries_survive_the_way_back() {
        appliance.install(ApplianceTable.all());
        appliance.rows();
        sql.run("UPDATE vm_replication_contexts SET last_operation_summary = '" + Appliance.SUMMARY + "'");

        migrations.up();
        assertThat(sql.value("SELECT last_operation_time FROM vm_replication_contexts"))
                .isEqualTo("2025-10-03T14:22:00Z");
        migrations.down(4);

        assertThat(sql.value("SELECT last_operation_summary FROM vm_replication_contexts"))
                .isEqualTo(Appliance.SUMMARY);
    }

    @Test
    void text_that_is_no_json_hinders_neither_the_migration_nor_later_writes() {
        appliance.install(Appliance.withoutSummary());
        appliance.rows();
        sql.run("ALTER TABLE vm_replication_contexts ADD COLUMN last_operation_summary LONGTEXT NULL");
        List<String> odd = List.of(
                "not json",
                "",
                "{\"timestamp\":\"2025-10-03T14:22:00Z\"",
                "{\"timestamp\":{\"at\":1}}",
                "{\"timestamp\":\"" + "9".repeat(5000) + "\"}",
                "{\"timestamp\":\"zwölf Uhr ✓\"}");
        for (String text : odd) {
            appliance.context("vm" + odd.indexOf(text), text);
        }

        migrations.up();

        sql.run(
                "UPDATE vm_replication_contexts SET power_state = 'poweredOff'",
                "UPDATE vm_replication_contexts SET last_operation_summary = 'still none' WHERE context_id = 'vm0'",
                "UPDATE vm_replication_contexts SET last_operation_summary = '" + Appliance.SUMMARY
                        + "' WHERE context_id = 'vm1'",
                "DELETE FROM vm_replication_contexts WHERE context_id = 'vm2'");
        appliance.context("vm9", "none either");
        assertThat(sql.rows("SELECT context_id, last_operation_time FROM vm_replication_contexts"
                        + " WHERE context_id LIKE 'vm_' ORDER BY context_id"))
                .containsExactly(
                        row("vm0", null),
                        row("vm1", "2025-10-03T14:22:00Z"),
                        row("vm3", null),
                        row("vm4", "9".repeat(40)),
                        row("vm5", "zwölf Uhr ✓"),
                        row("vm9", null));
    }

    @Test
    void a_program_that_names_no_columns_is_not_disturbed_by_the_new_one() {
        appliance.install(ApplianceTable.all());
        appliance.rows();
        migrations.up();

        sql.run(
                "CREATE TEMPORARY TABLE copy AS SELECT * FROM vm_replication_contexts",
                "UPDATE copy SET context_id = 'copy', vm_name = 'copy', vmware_vm_id = 'copy'",
                "INSERT INTO vm_replication_contexts SELECT * FROM copy");

        assertThat(sql.value("SELECT COUNT(*) FROM vm_replication_contexts")).isEqualTo("2");
    }

    @Test
    void the_newest_operations_of_all_vms_are_found_by_their_index() {
        migrations.up();
        sql.run(
                "INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host,"
                        + " datacenter, last_operation_summary) SELECT concat('c', seq), concat('n', seq), concat('v', seq),"
                        + " 'p', 'h', 'd', concat('{\"timestamp\":\"2025-10-03T14:', lpad(seq % 60, 2, '0'), ':00Z\"}')"
                        + " FROM seq_1_to_3000",
                "ANALYZE TABLE vm_replication_contexts");

        assertThat(sql.plan(
                        "SELECT context_id FROM vm_replication_contexts ORDER BY last_operation_time DESC LIMIT 20"))
                .contains("idx_vm_contexts_last_op_time")
                .doesNotContain("filesort");
        assertThat(sql.plan("SELECT context_id, last_operation_summary FROM vm_replication_contexts"
                        + " WHERE last_operation_time < '2025-10-03T14:01:00Z' ORDER BY last_operation_time LIMIT 100"))
                .contains("range", "idx_vm_contexts_last_op_time")
                .doesNotContain("filesort");
    }

    private static List<String> row(String... values) {
        return Arrays.asList(values);
    }
}
