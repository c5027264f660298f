package io.clearover.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
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
    void nobody_else_can_read_what_it_keeps() throws Exception {
        Path kept = folder.resolve("kept");
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("from-an-earlier-version.log"), "readable by all");
        try (MariaDb server = new MariaDb(kept, 0).start()) {
            execute(server.dataSource("kept"), "CREATE TABLE vm (name varchar(20))");

            assertThat(permissions(kept, Files::isDirectory)).containsOnly("rwx------");
            assertThat(permissions(kept, Files::isRegularFile)).containsOnly("rw-------");
        }
    }

    @Test
    @EnabledIf("isRoot")
    void root_lets_somebody_without_rights_run_it_where_that_user_gets_to() throws Exception {
        folder = TestRun.folder("unprivileged");
        try (MariaDb server = new MariaDb(folder, 0).start()) {
            assertThat(servers().map(process -> process.info().user().orElseThrow()))
                    .isNotEmpty()
                    .doesNotContain("root");
            execute(server.dataSource("kept"), "CREATE TABLE IF NOT EXISTS vm (name varchar(20))");
        }
        try (MariaDb again = new MariaDb(folder, 0).start()) {
            assertThat(value(again.dataSource("kept"), "SELECT COUNT(*) FROM vm"))
                    .isEqualTo("0");
        }
    }

    @Test
    void its_passwords_are_its_own() throws Exception {
        try (MariaDb one = new MariaDb(folder.resolve("one"), 0).start();
                MariaDb other = new MariaDb(folder.resolve("other"), 0).start()) {
            one.dataSource("kept");
            other.dataSource("kept");
            DatabaseAccount account = one.account("kept");

            assertThat(account.password())
                    .hasSizeGreaterThan(20)
                    .isNotEqualTo(other.account("kept").password());
            assertThatThrownBy(() -> value(one.dataSource("kept", other.account("kept")), "SELECT 1"))
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() ->
                            value(one.dataSource("kept", new DatabaseAccount("clearover", "clearover")), "SELECT 1"))
                    .hasMessageContaining("Access denied");
        }
    }

    @Test
    void the_servers_account_does_nothing_outside_of_its_schema() throws Exception {
        try (MariaDb server = new MariaDb(folder, 0).start()) {
            execute(server.dataSource("a_b"), "CREATE TABLE vm (name varchar(20))");
            execute(server.dataSource("axb"), "CREATE TABLE vm (name varchar(20))");
            DataSource own = server.dataSource("a_b", server.account("a_b"));

            assertThat(value(own, "SELECT COUNT(*) FROM vm")).isEqualTo("0");
            for (String statement : List.of(
                    "SELECT COUNT(*) FROM axb.vm",
                    "SELECT COUNT(*) FROM mysql.user",
                    "CREATE DATABASE another",
                    "CREATE USER x IDENTIFIED BY 'x'",
                    "SET GLOBAL max_connections = 1",
                    "GRANT SELECT ON a_b.* TO 'clearover_admin'@'127.0.0.1'",
                    "SELECT 'x' INTO OUTFILE 'x'",
                    "CREATE TRIGGER t BEFORE INSERT ON vm FOR EACH ROW SET NEW.name = 'x'")) {
                assertThatThrownBy(() -> execute(own, statement)).as(statement).hasMessageContaining("denied");
            }
        }
    }

    static boolean isRoot() {
        return SystemUser.isRoot();
    }

    private static Set<String> permissions(Path folder, Predicate<Path> which) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.filter(which)::iterator) {
                found.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
        return found;
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
