package io.clearover.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.FastCheckService;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LockException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.logging.core.NoOpLogService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The migrations' files, read and run by Liquibase: quietly, from this class's loader, and without calling home. */
final class Changelog {

    private static final String FILE = "db/changelog.xml";

    /**
     * Seconds to wait for other programs' transactions on a table that is to change. While a change waits, it holds up
     * everyone else on that table, and the database itself would wait for a day; so the change is tried again instead.
     */
    private static final int TABLE_LOCK_TIMEOUT = 1;

    /**
     * A migration may stand still in a transaction, on a slow machine, for longer than MariaDB lets an operation: that limit
     * is the session's, and is kept in a variable of it meanwhile.
     */
    private static final String MIGRATION_SESSION = "SET SESSION lock_wait_timeout = " + TABLE_LOCK_TIMEOUT
            + " /*M!100300 , @idle_before = @@SESSION.idle_transaction_timeout, SESSION idle_transaction_timeout = 0 */";

    private static final String SESSION_AS_BEFORE = "SET SESSION lock_wait_timeout = DEFAULT"
            + " /*M!100300 , SESSION idle_transaction_timeout = @idle_before */";

    private final ClassLoader loader = Changelog.class.getClassLoader();

    /** What is done with the changelog and a database. */
    @FunctionalInterface
    interface Work {
        void on(Liquibase liquibase, SchemaProgress progress) throws Exception;
    }

    /** All changesets, in their order; read without a database. */
    List<Changeset> changesets() {
        try {
            return Scope.child(scope(), this::read);
        } catch (Exception e) {
            throw new MigrationException("The migrations cannot be read", e);
        }
    }

    private List<Changeset> read() throws Exception {
        ClassLoaderResourceAccessor files = new ClassLoaderResourceAccessor(loader);
        return ChangeLogParserFactory.getInstance()
                .getParser(FILE, files)
                .parse(FILE, new ChangeLogParameters(), files)
                .getChangeSets()
                .stream()
                .map(Changeset::of)
                .toList();
    }

    /** Does the work on a connection of its own, which goes back as it came. */
    void with(DataSource database, SchemaProgress progress, Work work) throws Exception {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            execute(connection, MIGRATION_SESSION);
            try {
                Scope.child(scope(), () -> locked(liquibase(connection, progress), progress, work));
            } finally {
                restore(connection, autoCommit);
            }
        }
    }

    /**
     * Liquibase makes its own table before it locks, so two servers on an empty database need the lock earlier. And it
     * remembers that a database was up to date, though someone may have taken it back since.
     */
    private static void locked(Liquibase liquibase, SchemaProgress progress, Work work) throws Exception {
        LockService lock = LockServiceFactory.getInstance().getLockService(liquibase.getDatabase());
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        lock.waitForLock();
        try {
            work.on(liquibase, progress);
        } catch (Exception e) {
            release(lock, e);
            throw e;
        }
        lock.releaseLock();
    }

    private static void release(LockService lock, Exception failure) {
        try {
            lock.releaseLock();
        } catch (LockException e) {
            failure.addSuppressed(e);
        }
    }

    private Liquibase liquibase(Connection connection, SchemaProgress progress) throws Exception {
        Liquibase liquibase = new Liquibase(
                FILE,
                new ClassLoaderResourceAccessor(loader),
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
        liquibase.setChangeExecListener(progress);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        return liquibase;
    }

    /** What goes wrong arrives as an exception: nothing needs to be printed or logged. */
    private Map<String, Object> scope() {
        Map<String, Object> scope = new HashMap<>();
        scope.put(AnalyticsArgs.ENABLED.getKey(), false);
        scope.put(Scope.Attr.ui.name(), new LoggerUIService());
        scope.put(Scope.Attr.logService.name(), new NoOpLogService());
        scope.put(Scope.Attr.classLoader.name(), loader);
        return scope;
    }

    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
            execute(connection, SESSION_AS_BEFORE);
        } catch (SQLException e) {
            // a connection that broke is not used again, and why it broke is on its way to the caller
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
