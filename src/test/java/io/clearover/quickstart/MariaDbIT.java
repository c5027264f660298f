package io.clearover.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbIT {

    @TempDir
    Path folder;

    @Test
    void what_was_stored_is_there_after_the_next_start_even_below_the_temporary_folder() throws Exception {
        try (MariaDb first = new MariaDb(folder.resolve("my data"), 0).start()) {
            execute(first.dataSource("kept"), "CREATE TABLE vm (name varchar(20))", "INSERT INTO vm VALUES ('web01')");
        }

        try (MariaDb second = new MariaDb(folder.resolve("my data"), 0).start()) {
            assertThat(value(second.dataSource("kept"), "SELECT name FROM vm")).isEqualTo("web01");
        }
    }

    @Test
    void no_process_is_left_behind() throws Exception {
        MariaDb server = new MariaDb(folder, 0).start();
        assertThat(servers()).hasSize(1);

        server.close();

        assertThat(servers()).isEmpty();
    }

    @Test
    void the_temporary_tables_of_other_servers_are_left_alone() throws IOException {
        Path others = Files.createTempFile("#sql-temptable-", ".MAI");

        new MariaDb(folder, 0).start().close();

        assertThat(Files.deleteIfExists(others)).isTrue();
    }

    @Test
    void times_are_read_and_written_in_utc() throws Exception {
        try (MariaDb server = new MariaDb(folder, 0).start()) {
            String now = value(server.dataSource("clock"), "SELECT now(6)");

            assertThat(LocalDateTime.parse(now.replace(' ', 'T')))
                    .isCloseTo(LocalDateTime.now(ZoneOffset.UTC), Assertions.within(1, ChronoUnit.MINUTES));
        }
    }

    @Test
    void a_taken_port_is_refused_in_one_line() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    new MariaDb(folder, other.getLocalPort()),
                    "Port " + other.getLocalPort() + " for the database is taken");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_in_one_line() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        refused(new MariaDb(file.resolve("data"), 0), "cannot be written");
    }

    @Test
    void a_folder_in_use_is_refused_in_one_line_and_its_user_is_not_disturbed() throws Exception {
        try (MariaDb first = new MariaDb(folder, 0).start()) {
            refused(new MariaDb(folder, 0), "is in use");

            assertThat(value(first.dataSource("still"), "SELECT 'there'")).isEqualTo("there");
        }
    }

    @Test
    void a_server_that_a_killed_program_left_behind_is_stopped_by_the_next_start() throws Exception {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(program.inputReader().lines().filter("started"::equals).findFirst())
                .isPresent();
        ProcessHandle leftover = servers().findAny().orElseThrow();
        program.destroyForcibly().waitFor();
        assertThat(leftover.isAlive()).isTrue();

        try (MariaDb next = new MariaDb(folder, 0).start()) {
            assertThat(leftover.isAlive()).isFalse();
            assertThat(value(next.dataSource("kept"), "SELECT name FROM vm")).isEqualTo("web01");
        }
    }

    /** Starts a server, stores something, and waits to be killed. */
    static final class Starter {

        public static void main(String[] arguments) throws Exception {
            MariaDb server = new MariaDb(Path.of(arguments[0]), 0).start();
            execute(server.dataSource("kept"), "CREATE TABLE vm (name varchar(20))", "INSERT INTO vm VALUES ('web01')");
            System.out.println("started");
            Thread.currentThread().join();
        }
    }

    private static void refused(MariaDb server, String why) {
        assertThatThrownBy(server::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why)
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }

    /** The database servers that work in this test's folder. */
    private Stream<ProcessHandle> servers() {
        return ProcessHandle.allProcesses().filter(process -> process.info()
                .commandLine()
                .filter(line -> line.contains("mariadbd") && line.contains("--datadir=" + folder))
                .isPresent());
    }

    private static void execute(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
