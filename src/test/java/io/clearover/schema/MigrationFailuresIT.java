package io.clearover.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MigrationFailuresIT extends EmptyDatabase {

    @Test
    void servers_that_migrate_at_the_same_time_wait_for_each_other() {
        List<CompletableFuture<Void>> servers = Stream.generate(() -> new Migrations(database))
                .limit(4)
                .map(one -> CompletableFuture.runAsync(one::up))
                .toList();

        assertThat(servers).allSatisfy(one -> assertThat(one).succeedsWithin(60, TimeUnit.SECONDS));
        assertThat(migrations.pending()).isZero();
        assertThat(sql.value("SELECT COUNT(*) = COUNT(DISTINCT ID) FROM DATABASECHANGELOG"))
                .isEqualTo("1");
    }

    @Test
    void a_migration_whose_connection_is_killed_leaves_no_lock_and_the_next_one_finishes_it() throws SQLException {
        appliance.install(Appliance.withoutSummary());
        appliance.rows();
        CompletableFuture<Throwable> killed;
        try (Connection busy = database.getConnection()) {
            busy.setAutoCommit(false);
            busy.createStatement().executeQuery("SELECT * FROM vm_replication_contexts");
            killed = CompletableFuture.supplyAsync(() -> catchThrowable(migrations::up));
            await().until(() -> !waiting().isEmpty());
            sql.run("KILL " + waiting().get(0).get(0));
            assertThat(killed).succeedsWithin(20, TimeUnit.SECONDS);
        }

        assertThat(killed.join())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("at changeset 20251003160000_add_operation_summary: Communications link failure");
        assertThat(CompletableFuture.runAsync(migrations::up)).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(migrations.pending()).isZero();
    }

    @Test
    void a_changeset_that_fails_is_named_and_those_before_it_stay() {
        sql.run("CREATE TABLE vm_replication_contexts (context_id int PRIMARY KEY)");

        assertThatThrownBy(migrations::up)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("20251003150000_appliance_schema.replication_jobs");

        assertThat(catalogue.tables()).contains("ossea_configs").doesNotContain("replication_jobs");
        migrations.down(4);
        assertThat(catalogue.tables()).containsExactly("vm_replication_contexts");
    }

    @Test
    void a_way_back_that_fails_names_the_changeset() {
        migrations.up();
        sql.run("CREATE TABLE someones_own (job varchar(191), FOREIGN KEY (job) REFERENCES replication_jobs (id))"
                + " DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci");

        assertThatThrownBy(() -> migrations.down(4))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("20251003150000_appliance_schema.replication_jobs");
    }

    @Test
    void changesets_of_a_newer_version_are_left_alone() {
        migrations.up();
        sql.run("UPDATE DATABASECHANGELOG SET ID = '20990101000000_future' ORDER BY ORDEREXECUTED DESC LIMIT 1");

        assertThatThrownBy(() -> migrations.down(1)).hasMessageContaining("20990101000000_future");
    }

    @Test
    void a_pooled_connection_comes_back_as_it_was() throws SQLException {
        try (Connection one = database.getConnection()) {
            new Migrations(always(one)).up();

            assertThat(one.getAutoCommit()).isTrue();
            try (var statement = one.createStatement();
                    var result = statement.executeQuery("SELECT @@lock_wait_timeout = @@global.lock_wait_timeout"
                            + ", is_used_lock('SCHEMA_IT.DATABASECHANGELOGLOCK')")) {
                result.next();
                assertThat(result.getBoolean(1)).isTrue();
                assertThat(result.getString(2)).isNull();
            }
        }
    }

    @Test
    void a_migration_on_a_slow_machine_may_stand_still_longer_than_an_operation_may() throws SQLException {
        try (Connection one = database.getConnection()) {
            one.createStatement().execute("SET SESSION idle_transaction_timeout = 1");

            new Migrations(always(slowToCommit(one))).up();

            assertThat(migrations.pending()).isZero();
            try (var statement = one.createStatement();
                    var result = statement.executeQuery("SELECT @@SESSION.idle_transaction_timeout")) {
                result.next();
                assertThat(result.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void a_database_that_is_away_is_said_to_be_so() {
        MysqlDataSource away = new MysqlDataSource();
        away.setUrl("jdbc:mysql://127.0.0.1:1/none");

        assertThatThrownBy(new Migrations(away)::up).isInstanceOf(MigrationException.class);
        assertThatThrownBy(new Migrations(away)::pending).isInstanceOf(MigrationException.class);
    }

    private List<List<String>> waiting() {
        return sql.rows("SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                + " AND state = 'Waiting for table metadata lock'");
    }

    /** One that takes its time once, before its second commit. */
    private static Connection slowToCommit(Connection one) {
        AtomicInteger commits = new AtomicInteger();
        return (Connection) Proxy.newProxyInstance(
                MigrationFailuresIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && commits.incrementAndGet() == 2) {
                        TimeUnit.MILLISECONDS.sleep(1500);
                    }
                    return method.invoke(one, arguments);
                });
    }

    private static DataSource always(Connection one) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                MigrationFailuresIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(one, arguments));
        return (DataSource) Proxy.newProxyInstance(
                MigrationFailuresIT.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> kept);
    }
}
