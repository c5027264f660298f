package io.clearover.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;

/**
 * Brings a database's schema up to what this version of the product needs, and back. Servers that do so at the same time
 * wait for each other, and one that is killed leaves no lock behind. Call it outside a transaction. Thread-safe.
 */
public final class Migrations {

    private static final int NO_SUCH_TABLE = 1146;

    private final DataSource database;
    private final Changelog changelog = new Changelog();
    private final List<String> changesets = changelog.changesets();

    /** @throws MigrationException if the product's own migrations cannot be read */
    public Migrations(DataSource database) {
        this.database = database;
    }

    /**
     * Runs the migrations that have not run yet. Tables, columns and indexes that are there already are taken as they are.
     *
     * @throws MigrationException naming the changeset that failed; those before it have run and stay
     */
    public void up() {
        run("migrated", (liquibase, current) -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    /**
     * Undoes the newest migrations. What was in the database before them stays, with its data; what they made goes, with
     * its data.
     *
     * @param migrations how many, each as one file under {@code db/} describes it; all of them if fewer have run
     * @throws MigrationException naming the changeset that could not be undone; the newer ones are undone
     */
    public void down(int migrations) {
        run("taken back", (liquibase, current) -> new MigrationUndo(liquibase, current).undo(migrations));
    }

    /**
     * How many changesets have not run. One short query: fit for a health check.
     *
     * @throws MigrationException if the database cannot be asked
     */
    public int pending() {
        Set<String> ran = ran();
        return (int) changesets.stream().filter(name -> !ran.contains(name)).count();
    }

    private Set<String> ran() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ID FROM DATABASECHANGELOG")) {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                return Set.of();
            }
            throw new MigrationException("The database's schema cannot be looked at", e);
        }
    }

    private void run(String what, Changelog.Work work) {
        CurrentChangeset current = new CurrentChangeset();
        try {
            changelog.with(database, current, work);
        } catch (Exception e) {
            throw new MigrationException("The database's schema cannot be " + what + current, e);
        }
    }
}
