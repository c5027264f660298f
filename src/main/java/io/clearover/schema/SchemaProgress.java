package io.clearover.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/** Tells which changeset is being run or undone, how far it is, and how long it took. */
final class SchemaProgress extends AbstractChangeExecListener implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** MariaDB's own, in hundredths of a percent; MySQL has none. */
    private static final String ONLINE_DDL = "SHOW GLOBAL STATUS LIKE 'Innodb_onlineddl_pct_progress'";

    private final DataSource database;
    private final Consumer<String> log;
    private final Map<String, String> announced;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(SchemaProgress::daemon);

    private String name = "";
    private long begun;
    private ScheduledFuture<?> telling;

    /** @param planned what is said before each that is going to be done */
    SchemaProgress(DataSource database, List<SchemaPlan.Step> planned, Consumer<String> log) {
        this.database = database;
        this.log = log;
        this.announced = planned.stream()
                .map(step -> Map.entry(step.changeset().name(), step.said()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "schema progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void willRun(ChangeSet changeset, DatabaseChangeLog changelog, Database target, RunStatus status) {
        begin(changeset, announced.get(changeset.getId()));
    }

    @Override
    public void willRollback(ChangeSet changeset, DatabaseChangeLog changelog, Database target) {
        begin(changeset, "takes back " + changeset.getId());
    }

    private void begin(ChangeSet changeset, String said) {
        name = changeset.getId();
        begun = System.nanoTime();
        if (said != null) {
            log.accept(said);
            long pause = INTERVAL.toMillis();
            telling = timer.scheduleWithFixedDelay(this::tell, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        log.accept("%s: %s after %d s".formatted(name, progress().orElse("at work"), seconds()));
    }

    private Optional<String> progress() {
        try (Connection connection = database.getConnection()) {
            return Rows.of(connection, ONLINE_DDL).stream()
                    .map(row -> "%d %% done".formatted(Long.parseLong(row.get(1)) / 100))
                    .findFirst();
        } catch (SQLException notTold) {
            return Optional.empty();
        }
    }

    @Override
    public void ran(ChangeSet changeset, DatabaseChangeLog changelog, Database target, ExecType how) {
        if (how == ExecType.EXECUTED) {
            done();
        } else {
            stop();
        }
    }

    @Override
    public void rolledBack(ChangeSet changeset, DatabaseChangeLog changelog, Database target) {
        done();
    }

    /** What was begun is done. */
    void done() {
        if (stop()) {
            log.accept("%s: done in %d s".formatted(name, seconds()));
        }
    }

    private boolean stop() {
        boolean told = telling != null;
        if (told) {
            telling.cancel(false);
            telling = null;
        }
        return told;
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        stop();
        timer.shutdownNow();
    }

    /** Such as ", at changeset 20251003160000_add_operation_summary", or nothing before the first. */
    @Override
    public String toString() {
        return name.isEmpty() ? "" : ", at changeset " + name;
    }
}
