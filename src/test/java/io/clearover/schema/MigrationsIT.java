package io.clearover.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsIT extends EmptyDatabase {

    @Test
    void an_empty_database_gets_exactly_the_appliances_tables() {
        migrations.up();

        for (ApplianceTable table : ApplianceTable.all()) {
            assertThat(catalogue.description(table.name()))
                    .filteredOn(line -> !line.contains("last_operation_time") && !line.contains("idx_clearover_"))
                    .containsExactlyInAnyOrderElementsOf(
                            table.withoutKeysTo(Appliance.SCHEDULERS_TABLES).description());
        }
        assertThat(catalogue.tables())
                .containsExactlyInAnyOrderElementsOf(
                        ApplianceTable.all().stream().map(ApplianceTable::name).toList());
    }

    @Test
    void the_product_adds_one_hidden_column_and_seven_indexes_to_the_appliances_tables() {
        appliance.install(ApplianceTable.all());
        List<String> before = everything();

        migrations.up();

        assertThat(everything())
                .containsAll(before)
                .filteredOn(line -> !before.contains(line))
                .containsExactlyInAnyOrder(
                        "Column[name=last_operation_time, type=varchar(40), nullable=yes, defaultValue=,"
                                + " extra=VIRTUAL GENERATED, INVISIBLE]",
                        "Key[name=idx_vm_contexts_last_op_time, unique=false, columns=last_operation_time]",
                        "Key[name=idx_clearover_replication_jobs_recent, unique=false, columns=vm_context_id, created_at]",
                        "Key[name=idx_clearover_job_tracking_recent, unique=false, columns=context_id, started_at]",
                        "Key[name=idx_clearover_job_tracking_shown, unique=false, columns=job_type, started_at, id,"
                                + " parent_job_id]",
                        "Key[name=idx_clearover_replication_jobs_newest, unique=false, columns=created_at]",
                        "Key[name=idx_clearover_job_tracking_operation, unique=false, columns=context_id, operation,"
                                + " started_at]",
                        "Key[name=idx_clearover_replication_jobs_done, unique=false, columns=vm_context_id, status,"
                                + " completed_at]");
    }

    @Test
    void what_is_pending_is_counted_and_a_second_run_has_nothing_to_do() {
        int all = migrations.pending();

        migrations.up();
        List<String> first = everything();
        migrations.up();

        assertThat(all).isPositive();
        assertThat(migrations.pending()).isZero();
        assertThat(everything()).isEqualTo(first);
    }

    @Test
    void the_products_additions_go_and_come_again_and_the_rows_stay() {
        migrations.up();
        appliance.rows();
        List<String> migrated = everything();
        Map<String, List<List<String>>> stored = stored();

        migrations.down(3);

        assertThat(everything()).noneMatch(line -> line.contains("last_operation") || line.contains("idx_clearover_"));
        assertThat(stored()).isEqualTo(stored);

        migrations.up();

        assertThat(everything()).containsExactlyInAnyOrderElementsOf(migrated);
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void the_database_itself_is_asked_what_is_to_do_even_if_it_had_nothing_to_do_before() {
        migrations.up();
        migrations.up();
        migrations.down(1);

        migrations.up();

        assertThat(migrations.pending()).isZero();
        assertThat(everything()).anyMatch(line -> line.contains("idx_clearover_"));
    }

    @Test
    void the_way_back_of_everything_leaves_an_empty_database() {
        migrations.up();
        appliance.rows();

        migrations.down(4);

        assertThat(catalogue.tables()).isEmpty();
        migrations.up();
        assertThat(migrations.pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_appliances_database_stays_what_it_was_on_the_way_there_and_back(boolean withSummary) {
        appliance.install(withSummary ? ApplianceTable.all() : Appliance.withoutSummary());
        appliance.rows();
        if (withSummary) {
            sql.run("UPDATE vm_replication_contexts SET last_operation_summary = '" + Appliance.SUMMARY + "'");
        }
        List<String> before = everything();
        Map<String, List<List<String>>> stored = stored();

        migrations.up();
        assertThat(everything()).containsAll(before);
        assertThat(stored()).isEqualTo(stored);

        migrations.down(4);
        assertThat(everything()).isEqualTo(before);
        assertThat(stored()).isEqualTo(stored);

        migrations.up();
        assertThat(everything()).containsAll(before);
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void tables_that_an_appliance_lacks_are_made_beside_its_own() {
        appliance.install(ApplianceTable.all());
        sql.run("DROP TABLE log_events, job_steps");
        List<String> before = everything();

        migrations.up();
        assertThat(catalogue.tables()).contains("job_steps", "log_events", "job_tracking");
        migrations.down(4);

        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        return catalogue.tables().stream()
                .flatMap(table -> catalogue.description(table).stream())
                .toList();
    }

    /** Every row of every table; of the summary only that it is kept where an appliance had it. */
    private Map<String, List<List<String>>> stored() {
        Map<String, List<List<String>>> rows = new TreeMap<>();
        for (String table : catalogue.tables()) {
            String columns = sql.value(
                    "SELECT group_concat(column_name ORDER BY ordinal_position) FROM information_schema.columns"
                            + " WHERE table_schema = DATABASE() AND table_name = ?"
                            + " AND column_name NOT LIKE 'last_operation%'",
                    table);
            rows.put(table, sql.rows("SELECT " + columns + " FROM " + table + " ORDER BY 1"));
        }
        return rows;
    }
}
