package io.clearover.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clearover.quickstart.GrantScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An appliance's own database is looked at, gets what Clearover needs while its programs go on, and can get rid of it again. */
class AdoptionIT extends EmptyDatabase {

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void an_appliance_of_the_expected_form_differs_in_nothing() {
        appliance.install(ApplianceTable.all());

        assertThat(migrations.plan().differences()).isEmpty();
    }

    @Test
    void what_differs_is_said_precisely() {
        appliance.install(Appliance.withoutSummary());
        sql.run(
                "ALTER TABLE vm_disks MODIFY job_id varchar(191) NULL",
                "ALTER TABLE replication_jobs CHANGE vma_error_details sna_error_details text NULL",
                "ALTER TABLE job_tracking DROP INDEX idx_completed_at, MODIFY status enum('pending','running','completed',"
                        + "'failed') NULL",
                "DROP TABLE log_events",
                "ALTER TABLE job_steps ADD COLUMN their_own int NULL");

        assertThat(migrations.plan().differences())
                .containsExactlyInAnyOrder(
                        "vm_disks.job_id may be null",
                        "replication_jobs.vma_error_details is not there; text was expected: what reads or writes it fails",
                        "job_tracking.status is enum('pending','running','completed','failed');"
                                + " enum('pending','running','completed','failed','cancelled') was expected",
                        "job_tracking has no index of (completed_at), such as idx_completed_at: what reads by it is slow",
                        "table log_events is not there: it will be made");
    }

    @Test
    void a_plan_says_what_will_be_added_to_how_many_rows_and_changes_nothing() {
        appliance.install(Appliance.withoutSummary());
        rows(3000);
        sql.run("ANALYZE TABLE job_tracking");
        List<String> before = everything();

        SchemaPlan plan = migrations.plan();

        assertThat(plan.steps())
                .extracting(SchemaPlan.Step::said)
                .hasSizeGreaterThanOrEqualTo(5)
                .anyMatch(line ->
                        line.matches("20251003160000_add_operation_summary: vm_replication_contexts, .*, at once"))
                .anyMatch(
                        line -> line.matches(
                                ".*_add_reading_indexes.job_tracking: job_tracking, about [23],\\d+ rows, \\d+ MB, about 1 s, while .*"));
        assertThat(plan.missingRights()).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void nothing_that_is_done_to_a_table_that_is_there_copies_it_or_keeps_others_from_it() {
        assertThat(new Changelog()
                        .changesets().stream()
                                .filter(changeset -> !changeset.makesTable())
                                .map(Changeset::statement))
                .isNotEmpty()
                .allMatch(statement -> statement.endsWith("ALGORITHM = INSTANT")
                        || statement.endsWith("ALGORITHM = INPLACE LOCK = NONE"));
    }

    @Test
    void other_programs_write_while_an_index_of_a_large_table_is_made() throws Exception {
        appliance.install(Appliance.withoutSummary());
        rows(60_000);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<List<Duration>> writer = CompletableFuture.supplyAsync(() -> writeUntil(done));

        new Migrations(database, said::add).up();
        done.set(true);

        assertThat(writer.get(30, TimeUnit.SECONDS))
                .hasSizeGreaterThan(5)
                .allMatch(one -> one.compareTo(Duration.ofSeconds(2)) < 0);
        assertThat(said)
                .anyMatch(line ->
                        line.startsWith("20251003170000_add_reading_indexes.job_tracking: job_tracking, about "))
                .anyMatch(line -> line.startsWith("20251003170000_add_reading_indexes.job_tracking: done in "));
        assertThat(migrations.pending()).isZero();
    }

    private List<Duration> writeUntil(AtomicBoolean done) {
        List<Duration> taken = new ArrayList<>();
        for (int i = 0; !done.get(); i++) {
            long begun = System.nanoTime();
            sql.run(
                    "INSERT INTO job_tracking (id, operation, context_id) VALUES ('w%d', 'test-failover', '%s')"
                            .formatted(i, Appliance.WEB01),
                    "UPDATE vm_replication_contexts SET power_state = 'on-%d'".formatted(i));
            taken.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return taken;
    }

    @Test
    void a_table_that_another_program_holds_for_long_is_tried_again_and_the_others_go_on_meanwhile()
            throws SQLException {
        appliance.install(Appliance.withoutSummary());
        appliance.rows();
        CompletableFuture<Void> migrating;
        List<Duration> taken = new ArrayList<>();
        try (Connection busy = database.getConnection()) {
            busy.setAutoCommit(false);
            busy.createStatement().executeQuery("SELECT * FROM vm_replication_contexts");
            migrating = CompletableFuture.runAsync(new Migrations(database, said::add)::up);
            await("the second try").until(() -> {
                long begun = System.nanoTime();
                sql.run("UPDATE vm_replication_contexts SET power_state = 'on'");
                taken.add(Duration.ofNanos(System.nanoTime() - begun));
                return said.stream()
                                .filter(line -> line.contains("has a table in use"))
                                .count()
                        >= 2;
            });
            busy.rollback();
        }

        assertThat(migrating).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(taken).allMatch(one -> one.compareTo(Duration.ofSeconds(2)) < 0);
        assertThat(migrations.pending()).isZero();
    }

    @Test
    void a_database_that_an_earlier_version_migrated_is_up_to_date() {
        migrations.up();
        sql.run("UPDATE DATABASECHANGELOG SET MD5SUM = '9:00000000000000000000000000000000'"
                + " WHERE ID LIKE '20251003160000%' OR ID LIKE '20251003170000%'");

        migrations.up();

        assertThat(migrations.pending()).isZero();
    }

    @Test
    void what_was_added_goes_again_without_a_trace() {
        appliance.install(Appliance.withoutSummary());
        appliance.rows();
        List<String> before = everything();
        migrations.up();

        migrations.removeAdditions();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void tables_that_were_made_stay_with_their_rows_when_the_additions_go() {
        appliance.install(ApplianceTable.all());
        sql.run("DROP TABLE log_events");
        migrations.up();
        sql.run("INSERT INTO log_events (level, message) VALUES ('INFO', 'kept')");

        migrations.removeAdditions();

        assertThat(sql.value("SELECT message FROM log_events")).isEqualTo("kept");
        assertThat(everything()).noneMatch(line -> line.contains("idx_clearover_"));
        migrations.up();
        assertThat(migrations.pending()).isZero();
    }

    @Test
    void the_accounts_of_the_scripts_may_do_all_that_is_needed() {
        appliance.install(Appliance.withoutSummary());
        GrantScripts scripts = new GrantScripts(server(), "schema_it");
        Migrations own = new Migrations(scripts.migration());

        own.up();
        new DatabaseRights(scripts.server()).requireAllToWork();
        own.removeAdditions();

        assertThat(everything()).noneMatch(line -> line.contains("idx_clearover_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT on job_steps",
                "SELECT on ossea_configs",
                "UPDATE on failover_jobs",
                "UPDATE (cloudstack_device_id) on device_mappings",
            })
    void a_right_that_the_server_lacks_is_named(String missing) {
        appliance.install(Appliance.withoutSummary());
        migrations.up();
        DatabaseRights less = new DatabaseRights(less(missing));

        assertThatThrownBy(less::requireAllToWork)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(GrantScripts.SERVER + "@127.0.0.1 lacks " + missing);
    }

    private DataSource less(String right) {
        GrantScripts scripts = new GrantScripts(server(), "schema_it");
        DataSource all = scripts.server();
        String[] words = right.split(" on ");
        sql.run("REVOKE %s ON schema_it.%s FROM '%s'@'127.0.0.1'".formatted(words[0], words[1], GrantScripts.SERVER));
        return all;
    }

    @Test
    void a_right_that_a_migration_lacks_is_named_before_anything_is_done() {
        appliance.install(Appliance.withoutSummary());
        GrantScripts scripts = new GrantScripts(server(), "schema_it");
        Migrations own = new Migrations(scripts.migration());
        sql.run("REVOKE INDEX, ALTER ON schema_it.* FROM '" + GrantScripts.MIGRATION + "'@'127.0.0.1'");
        List<String> before = everything();

        assertThatThrownBy(own::up)
                .hasMessageContaining("lacks ALTER on the schema schema_it, INDEX on the schema schema_it");

        assertThat(everything()).isEqualTo(before);
    }

    private void rows(int count) {
        appliance.context(Appliance.WEB01, null);
        sql.run(
                "INSERT INTO job_tracking (id, context_id, operation, started_at, error_message) SELECT concat('j', seq), '"
                        + Appliance.WEB01
                        + "', 'test-failover', '2025-10-03 00:00:00' + INTERVAL seq MINUTE, repeat('x', 500)"
                        + " FROM seq_1_to_" + count);
    }

    /** All of the schema, the migration library's own table too. */
    private List<String> everything() {
        return sql
                .rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1")
                .stream()
                .flatMap(row -> catalogue.description(row.get(0)).stream())
                .toList();
    }
}
