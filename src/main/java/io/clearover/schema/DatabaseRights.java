package io.clearover.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What an account has to be allowed to do in the appliance's database, and whether it is. The grants are in {@code
 * database-grants.sql} beside the server's configuration. Thread-safe.
 */
public final class DatabaseRights {

    /** By the tables, each with the columns that are changed in rows of other programs; of our own rows any are. */
    private static final Map<String, List<String>> UPDATED = new LinkedHashMap<>();

    private static final List<String> INSERTED = List.of("job_tracking", "job_steps", "failover_jobs");

    private static final List<String> ONLY_READ =
            List.of("replication_jobs", "network_mappings", "ossea_configs", "DATABASECHANGELOG");

    static {
        UPDATED.put("job_tracking", List.of("status"));
        UPDATED.put("job_steps", List.of("status"));
        UPDATED.put("failover_jobs", List.of("status"));
        UPDATED.put(
                "vm_replication_contexts",
                List.of("current_status", "last_status_change", "last_operation_summary", "updated_at"));
        UPDATED.put("device_mappings", List.of("vm_id", "operation_mode", "device_path", "cloudstack_device_id"));
        UPDATED.put("ossea_volumes", List.of("snapshot_id", "snapshot_status", "snapshot_created_at", "updated_at"));
        UPDATED.put("vm_disks", List.of("disk_change_id"));
    }

    /** For what a migration does; the way back needs DROP too. */
    private static final List<String> TO_MIGRATE =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "INDEX");

    private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (\\S+) TO .*", Pattern.CASE_INSENSITIVE);

    /** Errors that say that an account may not: of a table, a column, a schema. */
    private static final Set<Integer> DENIED = Set.of(1142, 1143, 1044);

    private final DataSource database;

    public DatabaseRights(DataSource database) {
        this.database = database;
    }

    /**
     * Makes sure that the account may do what the server does, by statements that need these rights and touch no row.
     *
     * @throws MigrationException naming each right that is missing
     */
    public void requireAllToWork() {
        try (Connection connection = database.getConnection()) {
            List<String> missing = missingToWork(connection);
            if (!missing.isEmpty()) {
                throw new MigrationException(
                        "The database account %s lacks %s. What it needs is in database-grants.sql."
                                .formatted(account(connection), String.join(", ", missing)));
            }
        } catch (SQLException e) {
            throw new MigrationException("The database account's rights cannot be looked at", e);
        }
    }

    /** Such as "INSERT on job_steps"; empty if none is missing. Of tables that are not there none is. */
    static List<String> missingToWork(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String table :
                Stream.concat(UPDATED.keySet().stream(), ONLY_READ.stream()).toList()) {
            probe(connection, "SELECT", table, "SELECT 1 FROM %s WHERE FALSE".formatted(table), missing);
        }
        for (String table : INSERTED) {
            probe(
                    connection,
                    "INSERT",
                    table,
                    "INSERT INTO %1$s SELECT * FROM %1$s WHERE FALSE".formatted(table),
                    missing);
        }
        for (Map.Entry<String, List<String>> table : UPDATED.entrySet()) {
            for (String column : table.getValue()) {
                String right = INSERTED.contains(table.getKey()) ? "UPDATE" : "UPDATE (%s)".formatted(column);
                probe(
                        connection,
                        right,
                        table.getKey(),
                        "UPDATE %1$s SET %2$s = %2$s WHERE FALSE".formatted(table.getKey(), column),
                        missing);
            }
        }
        return missing;
    }

    private static void probe(Connection connection, String right, String table, String sql, List<String> missing)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (DENIED.contains(e.getErrorCode())) {
                missing.add("%s on %s".formatted(right, table));
            } else if (e.getErrorCode() != Migrations.NO_SUCH_TABLE && e.getErrorCode() != NO_SUCH_COLUMN) {
                throw e;
            }
        }
    }

    /** As far as the database tells: of rights by roles it may not, and then none is said to be missing. */
    static List<String> missingToMigrate(Connection connection, boolean andBack) throws SQLException {
        String schema = Rows.first(connection, "SELECT DATABASE()");
        Set<String> granted = new TreeSet<>();
        for (List<String> row : Rows.of(connection, "SHOW GRANTS")) {
            Matcher grant = GRANT.matcher(row.get(0));
            if (!grant.matches()) {
                return List.of();
            }
            if (isOf(grant.group(2), schema)) {
                Stream.of(grant.group(1).toUpperCase(Locale.ROOT).split(",\\s*"))
                        .forEach(granted::add);
            }
        }
        return granted.contains("ALL PRIVILEGES")
                ? List.of()
                : Stream.concat(TO_MIGRATE.stream(), andBack ? Stream.of("DROP") : Stream.empty())
                        .filter(right -> !granted.contains(right))
                        .map(right -> "%s on the schema %s".formatted(right, schema))
                        .toList();
    }

    private static boolean isOf(String scope, String schema) {
        String name = scope.replace("`", "").replace("\\_", "_");
        return name.equals("*.*") || name.equals(schema + ".*") || name.equals("%.*");
    }

    static String account(Connection connection) throws SQLException {
        return Rows.first(connection, "SELECT CURRENT_USER()");
    }

    private static final int NO_SUCH_COLUMN = 1054;
}
