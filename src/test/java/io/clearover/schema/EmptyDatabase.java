package io.clearover.schema;

import io.clearover.quickstart.MariaDb;
import io.clearover.quickstart.TestRun;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An empty database on a real MariaDB for each test. */
abstract class EmptyDatabase {

    private static MariaDb server;

    DataSource database;
    Sql sql;
    Catalogue catalogue;
    Appliance appliance;
    Migrations migrations;

    @BeforeAll
    static void start() {
        server = new MariaDb(TestRun.folder("mariadb-it"), 0).hurried().start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static MariaDb server() {
        return server;
    }

    @BeforeEach
    void empty_database() {
        new Sql(server.dataSource("schema_it")).run("DROP DATABASE schema_it");
        database = server.dataSource("schema_it");
        sql = new Sql(database);
        catalogue = new Catalogue(sql);
        appliance = new Appliance(sql);
        migrations = new Migrations(database);
    }
}
