package io.clearover.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The packaged scripts with the rights of Clearover's accounts, run in a database as its administrator would. */
public final class GrantScripts {

    private static final Path FOLDER = Path.of(System.getProperty("clearover.basedir", ""), "src/main/liberty/config");

    private static final String PASSWORD = "made-by-a-test";

    /** Under names of a run's own, so that nothing is known of them from before. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    public static final String SERVER = "clearover_" + RUN;

    public static final String MIGRATION = "migration_" + RUN;

    private final MariaDb database;
    private final String schema;

    public GrantScripts(MariaDb database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /** The schema as the account of migrations sees it; its rights are given now. */
    public DataSource migration() {
        run("database-grants-migration.sql");
        return database.dataSource(schema, new DatabaseAccount(MIGRATION, PASSWORD));
    }

    /** The schema as the account of the server sees it; its rights are given now. The schema has to be up to date. */
    public DataSource server() {
        run("database-grants.sql");
        return database.dataSource(schema, new DatabaseAccount(SERVER, PASSWORD));
    }

    /** What a server has to be told so that it uses these accounts. */
    public static Map<String, String> environment() {
        return Map.of(
                "DATABASE_USER",
                SERVER,
                "DATABASE_PASSWORD",
                PASSWORD,
                "DATABASE_MIGRATION_USER",
                MIGRATION,
                "DATABASE_MIGRATION_PASSWORD",
                PASSWORD);
    }

    private void run(String script) {
        String user = script.contains("migration") ? MIGRATION : SERVER;
        try (Connection connection = database.dataSource(schema).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP USER IF EXISTS '%s'@'127.0.0.1'".formatted(user));
            String text = Files.readString(FOLDER.resolve(script))
                    .replaceAll("(?m)^--.*$", "")
                    .replaceAll("'change-this[^']*'", "'" + PASSWORD + "'")
                    .replace("migratekit_oma", schema)
                    .replace("'clearover'", "'" + SERVER + "'")
                    .replace("'clearover_migration'", "'" + MIGRATION + "'")
                    .replace("'localhost'", "'127.0.0.1'");
            for (String sql : Stream.of(text.split(";"))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList()) {
                statement.execute(sql);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(script, e);
        }
    }
}
