package io.clearover.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.quickstart.ServerAccount;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the account of the server may do is enough, and none of it too much. */
class ServerAccountIT extends EmptyDatabase {

    @Test
    void migrations_and_their_way_back_run_under_it() {
        DataSource own = ServerAccount.of(server(), "schema_it");

        work(own);

        assertThat(catalogue.tables()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "INDEX", "DROP"})
    void without_one_of_its_rights_they_do_not(String right) {
        DataSource less = ServerAccount.without(server(), "schema_it", right);

        assertThatThrownBy(() -> work(less)).isInstanceOf(RuntimeException.class);
    }

    private static void work(DataSource own) {
        Migrations migrations = new Migrations(own);
        int all = migrations.pending();
        migrations.up();
        new Sql(own)
                .run(List.of(
                                "INSERT INTO job_tracking (id, operation) VALUES ('job', 'test-failover')",
                                "UPDATE job_tracking SET status = 'running' WHERE id = 'job'",
                                "DELETE FROM job_tracking WHERE id = 'job'")
                        .toArray(String[]::new));
        migrations.down(all);
        migrations.up();
    }
}
