package io.clearover.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;

/**
 * Brings a database's schema up to what this version of the product needs, and back. Servers that do so at the same time
 * wait for each other, and one that is killed leaves no lock behind. What is done to an appliance's own tables copies none of them
 * and keeps nobody from them for longer than a moment: where another program holds one, it is tried again later. Call it outside
 * a transaction. Thread-safe.
 */
public final class Migrations {

    static final int NO_SUCH_TABLE = 1146;

    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    /** Another program has had a table in use for as long as a change may keep others waiting. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DataSource database;
    private final Consumer<String> log;
    private final Changelog changelog = new Changelog();
    private final List<Changeset> changesets = changelog.changesets();

    /** @throws MigrationException if the product's own migrations cannot be read */
    public Migrations(DataSource database) {
        this(database, LOG::info);
    }

    /** @param log told what is about to be done, how large the tables are, how far it is, and what was done */
    Migrations(DataSource database, Consumer<String> log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Runs the migrations that have not run yet. Tables, columns and indexes that are there already are taken as they are.
     *
     * @throws MigrationException naming the changeset that failed, or the rights that are missing; those before it have run and
     *     stay
     */
    public void up() {
        SchemaPlan plan = plan();
        plan.differences().forEach(difference -> log.accept("the database differs: " + difference));
        if (!plan.missingRights().isEmpty() && !plan.steps().isEmpty()) {
            throw new MigrationException("The database's schema cannot be migrated: the account lacks "
                    + String.join(", ", plan.missingRights()) + ". What it needs is in database-grants.sql.");
        }
        run("migrated", plan.steps(), (liquibase, progress) -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    /**
     * Undoes the newest migrations. What was in the database before them stays, with its data; what they made goes, with
     * its data.
     *
     * @param migrations how many, each as one file under {@code db/} describes it; all of them if fewer have run
     * @throws MigrationException naming the changeset that could not be undone; the newer ones are undone
     */
    public void down(int migrations) {
        run("taken back", List.of(), (liquibase, progress) -> new MigrationUndo(liquibase, progress).undo(migrations));
    }

    /**
     * Takes away all that was added to the appliance's tables, and the record of it. Tables that were made because they were
     * missing stay, with their rows.
     *
     * @throws MigrationException naming the changeset that could not be undone; the newer ones are undone
     */
    void removeAdditions() {
        run("taken back", List.of(), (liquibase, progress) -> new MigrationUndo(liquibase, progress).undoAdditions());
    }

    /**
     * What {@link #up} would do. Changes nothing, and needs no right to change anything.
     *
     * @throws MigrationException if the database cannot be asked
     */
    SchemaPlan plan() {
        try (Connection connection = database.getConnection()) {
            return SchemaPlan.of(connection, changesets, ran());
        } catch (SQLException e) {
            throw new MigrationException("The database's schema cannot be looked at", e);
        }
    }

    /**
     * How many changesets have not run. One short query: fit for a health check.
     *
     * @throws MigrationException if the database cannot be asked
     */
    public int pending() {
        Set<String> ran = ran();
        return (int) changesets.stream()
                .map(Changeset::name)
                .filter(name -> !ran.contains(name))
                .count();
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

    private void run(String what, List<SchemaPlan.Step> planned, Changelog.Work work) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (SchemaProgress progress = new SchemaProgress(database, planned, log)) {
            while (!isDone(what, progress, work, deadline)) {
                log.accept("another program has a table in use%s: tried again in %d s"
                        .formatted(progress, PAUSE.toSeconds()));
                pause();
            }
        }
    }

    private boolean isDone(String what, SchemaProgress progress, Changelog.Work work, long deadline) {
        try {
            changelog.with(database, progress, work);
            return true;
        } catch (Exception e) {
            if (isInUse(e) && System.nanoTime() < deadline) {
                return false;
            }
            throw new MigrationException("The database's schema cannot be " + what + progress, e);
        }
    }

    private static boolean isInUse(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    "The database's schema cannot be migrated: interrupted while a table is in use");
        }
    }
}
