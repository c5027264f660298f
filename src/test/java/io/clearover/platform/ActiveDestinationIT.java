package io.clearover.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.quickstart.MariaDb;
import io.clearover.schema.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveDestinationIT {

    private static MariaDb server;

    private DataSource database;
    private ActiveDestination destination;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new MariaDb(folder, 0).hurried().start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        database = server.dataSource("active_destination");
        new Migrations(database).up();
        run("DELETE FROM ossea_configs");
        destination = new ActiveDestination(database);
    }

    @Test
    void the_first_active_row_counts() throws SQLException {
        insert(1, "old", 0);
        insert(3, "newer", 1);
        insert(2, "main", 1);

        assertThat(destination.settings())
                .isEqualTo(new DestinationSettings(
                        "main", "http://main/client/api", "key", "secret", "zone1", "tmpl", null, "vm-1"));
    }

    @Test
    void a_change_counts_at_once() throws SQLException {
        insert(1, "main", 1);
        destination.settings();
        run("UPDATE ossea_configs SET api_url = 'http://moved/client/api'");

        assertThat(destination.settings().apiUrl()).isEqualTo("http://moved/client/api");
    }

    @Test
    void without_an_active_row_it_says_where_to_add_one() throws SQLException {
        insert(1, "old", 0);

        assertThatThrownBy(() -> destination.settings())
                .isInstanceOf(PlatformException.class)
                .hasMessage(
                        "no active destination is configured: add one in Settings (an active row in ossea_configs)");
    }

    @Test
    void a_database_that_cannot_be_read_is_told_as_such() throws SQLException {
        run("CREATE DATABASE IF NOT EXISTS without_tables");

        assertThatThrownBy(() -> new ActiveDestination(server.dataSource("without_tables")).settings())
                .isInstanceOf(UnansweredException.class)
                .hasMessageStartingWith("failed to read the active destination from ossea_configs: ");
    }

    private void insert(int id, String name, int active) throws SQLException {
        run(
                """
                INSERT INTO ossea_configs (id, name, api_url, api_key, secret_key, zone, template_id, oma_vm_id, is_active)
                VALUES (%d, '%s', 'http://%2$s/client/api', 'key', 'secret', 'zone1', 'tmpl', 'vm-1', %d)
                """
                        .formatted(id, name, active));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
